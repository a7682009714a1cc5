package uk.hustings.api.kept;

import java.util.Optional;

/**
 * Supplied by a service whose public reads are made from memory: what they are made from at this moment. A service that
 * has no such bean keeps no answers.
 */
public interface Edition {

    /**
     * Something with {@code equals} that changes whenever any public read may answer differently, for example the version
     * of the facts and the day. Asked twice a request, so it must cost next to nothing.
     *
     * @return empty while there is nothing to answer from
     */
    Optional<?> current();
}
