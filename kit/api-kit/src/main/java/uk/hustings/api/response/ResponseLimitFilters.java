package uk.hustings.api.response;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.response.ResponseLimits.Hold;

/**
 * Counts the requests that are being answered, and answers a client's next request on a connection only when it has taken
 * the answers before. Health and metrics are not counted: they must be answered when nothing else is.
 */
@Singleton
public class ResponseLimitFilters implements HttpServerOptionsCustomizer {

    private static final int BEFORE_ANY_ANSWER = 1_200;

    /** Quarkus finds out who is calling at 200. */
    private static final int ONCE_THE_CALLER_IS_KNOWN = 150;

    private static final String NOT_COUNTED = "/q/";

    /** How the paths of all event streams end. They last for hours and must not take the places of requests. */
    private static final String EVENTS = "/events";

    /** What the operating system queues for a connection; unset, it grows to megabytes that nobody counts. */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    private final ResponseLimits limits;
    private final ResponseLimits streams;
    private final CallerKey callers;
    private final Duration stallTimeout;

    ResponseLimitFilters(ResponseLimits limits, CallerKey callers, ResponseLimitsConfig config) {
        this.limits = limits;
        this.streams = new ResponseLimits(config.maxStreams(), config.maxStreamsPerCaller(), 0, 0);
        this.callers = callers;
        this.stallTimeout = config.stallTimeout();
    }

    void register(@Observes Filters filters) {
        filters.register(this::awaitEarlierAnswersRead, BEFORE_ANY_ANSWER);
        filters.register(this::count, ONCE_THE_CALLER_IS_KNOWN);
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND_BUFFER_BYTES);
    }

    private void awaitEarlierAnswersRead(RoutingContext context) {
        if (!context.response().writeQueueFull()) {
            context.next();
            return;
        }
        StallTimer stall = new StallTimer(context, stallTimeout);
        stall.start();
        context.addEndHandler(gone -> stall.stop());
        context.request().pause();
        context.response().drainHandler(drained -> {
            stall.stop();
            context.response().drainHandler(null);
            context.request().resume();
            context.next();
        });
    }

    private void count(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith(NOT_COUNTED)) {
            context.next();
            return;
        }
        Hold hold;
        try {
            hold = (path.endsWith(EVENTS) ? streams : limits).open(callers.of(context));
        } catch (Problem refusal) {
            ProblemResponse.send(context, refusal);
            return;
        }
        context.addEndHandler(ended -> hold.release());
        context.next();
    }
}
