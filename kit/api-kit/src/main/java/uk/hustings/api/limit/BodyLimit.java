package uk.hustings.api.limit;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/**
 * Bodies may have 1 MiB, imports (paths that end in {@code /imports}, {@code /imports.csv} or {@code /imports.ndjson})
 * 64 MiB; a larger one is cut off with 413 while it arrives, whether or not it said its length.
 */
public class BodyLimit {

    public static final long BODY_BYTES = 1L << 20;
    public static final long IMPORT_BYTES = 64L << 20;

    private static final int BEFORE_EVERYTHING = 1000;

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    long limit = limitFor(context.normalizedPath());
                    if (announced(context.request()) > limit) {
                        refuse(context);
                    } else {
                        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
                        context.next();
                    }
                },
                BEFORE_EVERYTHING);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }

    private static void refuse(RoutingContext context) {
        // What is still on its way is not waited for.
        context.response()
                .setStatusCode(ProblemType.BODY_TOO_LARGE.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject(tooLarge(context.normalizedPath()).body()).toBuffer())
                .onComplete(told -> context.request().connection().close());
    }

    /** The refusal of a body that is larger than this path takes. */
    public static Problem tooLarge(String path) {
        return ProblemType.BODY_TOO_LARGE.because(
                "Bodies of this operation may have %d MiB.".formatted(limitFor(path) >> 20));
    }

    /** Bytes that a body sent to this path may have. */
    public static long limitFor(String path) {
        return isImport(path) ? IMPORT_BYTES : BODY_BYTES;
    }

    /** Whether what is sent to this path may be too large for memory. */
    public static boolean isImport(String path) {
        return path.endsWith("/imports") || path.endsWith("/imports.csv") || path.endsWith("/imports.ndjson");
    }
}
