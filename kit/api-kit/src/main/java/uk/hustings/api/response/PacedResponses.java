package uk.hustings.api.response;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import uk.hustings.api.response.ResponseLimits.Hold;

/** Sends large bodies as fast as each client takes them, and no more of them at a time than the limits allow. */
@Singleton
public class PacedResponses {

    private static final String HOLD = Hold.class.getName();

    private final ResponseLimits limits;
    private final CallerKey callers;
    private final Duration stallTimeout;

    PacedResponses(ResponseLimits limits, CallerKey callers, ResponseLimitsConfig config) {
        this.limits = limits;
        this.callers = callers;
        this.stallTimeout = config.stallTimeout();
    }

    /**
     * Takes the room that a body needs, before its status is sent. It is given back when the body has been sent, or
     * when the request ends without it.
     *
     * @throws uk.hustings.api.problem.Problem TOO_MANY_REQUESTS; OVERLOADED
     */
    public void reserve(RoutingContext context, PacedBody body) {
        Hold hold = limits.hold(callers.of(context), body);
        context.put(HOLD, hold);
        context.addEndHandler(ended -> {
            if (context.get(HOLD) == hold || ended.failed()) {
                hold.release();
            }
        });
    }

    /** Sends a body for which room was taken; status and other headers are set already. */
    public void send(RoutingContext context, PacedBody body) {
        Hold hold = context.remove(HOLD);
        HttpServerResponse response = context.response();
        if (context.request().method() == HttpMethod.HEAD) {
            hold.release();
            response.end();
            return;
        }
        if (body.length() < 0) {
            response.setChunked(true);
        } else if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(body.length()));
        }
        // The queue of a connection may only be looked at on its own thread, or its being drained could be missed.
        ((HttpServerRequestInternal) context.request())
                .context()
                .runOnContext(onLoop -> new PacedResponse(context, stallTimeout, hold::release).send(body));
    }
}
