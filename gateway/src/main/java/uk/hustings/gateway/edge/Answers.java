package uk.hustings.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** How the gateway itself says no. */
public final class Answers {

    private Answers() {}

    /** Answers with the problem, and lets the caller finish sending what nobody will read. */
    public static void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            // Half an answer cannot be taken back; the caller must see that it is half.
            context.request().connection().close();
            return;
        }
        boolean unwanted = problem.type() == ProblemType.BODY_TOO_LARGE;
        if (unwanted) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type().asksForPatience()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Problem.RETRY_SECONDS);
        }
        write(context, new JsonObject(problem.body()).toBuffer(), unwanted);
    }

    /** The server may close a connection as soon as its answer has ended: so it ends when the client has. */
    private static void write(RoutingContext context, Buffer body, boolean closing) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (context.request().method() != HttpMethod.HEAD) {
            response.write(body);
        }
        Leftovers.discard(context.request(), whole -> {
            boolean close = closing || !whole;
            response.end().onComplete(out -> {
                if (close) {
                    context.request().connection().close();
                }
            });
        });
    }
}
