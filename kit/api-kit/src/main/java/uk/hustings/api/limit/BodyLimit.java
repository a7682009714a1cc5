package uk.hustings.api.limit;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/**
 * Bodies may have 1 MiB, imports (paths that end in {@code /imports}) 64 MiB; a larger one is cut off with 413 while it
 * arrives, whether or not it said its length.
 */
public class BodyLimit {

    public static final long BODY_BYTES = 1L << 20;
    public static final long IMPORT_BYTES = 64L << 20;

    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitFor(context.normalizedPath()));
                    context.next();
                },
                BEFORE_EVERYTHING);
    }

    /** Bytes that a body sent to this path may have. */
    public static long limitFor(String path) {
        return path.endsWith("/imports") ? IMPORT_BYTES : BODY_BYTES;
    }
}
