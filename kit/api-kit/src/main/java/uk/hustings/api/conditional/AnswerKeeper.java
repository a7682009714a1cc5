package uk.hustings.api.conditional;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Somebody who wants the answer to a public request, to say it again; found in the request's context. */
public interface AnswerKeeper {

    /** @return empty if nobody wants this request's answer */
    static Optional<AnswerKeeper> of(RoutingContext context) {
        return Optional.ofNullable(context.get(AnswerKeeper.class.getName()));
    }

    /** To be called before the request is answered. */
    default void awaitAnswerOf(RoutingContext context) {
        context.put(AnswerKeeper.class.getName(), this);
    }

    /** @return the content coding that {@link #encoded} gives; empty if it leaves the bytes as they are */
    Optional<String> coding();

    byte[] encoded(byte[] body);

    /**
     * The answer that is about to go out.
     *
     * @param tag its entity tag, with the quotes
     * @param encoded its body as it travels
     */
    void keep(String tag, Buffer encoded);

    /** Word that nothing has changed since {@code tag} is about to go out. */
    void keepNotModified(String tag);
}
