package uk.hustings.api.follow;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A snapshot fetched over HTTP with the entity tag that it came under.
 *
 * @param etag as the upstream gave it; null if it gave none
 */
public record Tagged<T>(String etag, T value) {

    /**
     * Asks the upstream whether there is something newer than {@code known}.
     *
     * @param get conditional GET with this {@code If-None-Match}, null for none
     * @param read turns the wire form into the snapshot
     * @return {@code known} itself on 304
     */
    public static <W, T> Uni<Tagged<T>> fetch(
            Tagged<T> known, Function<String, Uni<RestResponse<W>>> get, Function<W, T> read) {
        return get.apply(known == null ? null : known.etag())
                .map(answer -> answer.getStatus() == RestResponse.StatusCode.NOT_MODIFIED
                        ? known
                        : new Tagged<>(answer.getHeaderString(HttpHeaders.ETAG), read.apply(answer.getEntity())));
    }
}
