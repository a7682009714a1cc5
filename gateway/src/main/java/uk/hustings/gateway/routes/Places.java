package uk.hustings.gateway.routes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.edge.domain.CallerKey;
import uk.hustings.gateway.routes.domain.Occupancy;
import uk.hustings.gateway.routes.domain.Service;

/** Limits what is under way, so that no caller can take what the others need. */
@Singleton
class Places {

    private static final String EVENTS = "text/event-stream";

    private final Occupancy requests;
    private final Occupancy imports;
    private final Occupancy slowBodies;
    private final Occupancy eventStreams;

    Places(LimitConfig config) {
        requests = new Occupancy(config.requestsPerCaller(), config.requestsPerService());
        imports = new Occupancy(config.importsPerCaller(), config.importsPerService());
        slowBodies = new Occupancy(config.slowBodiesPerCaller(), config.slowBodiesPerService());
        eventStreams = new Occupancy(config.eventStreamsPerCaller(), config.eventStreamsPerService());
    }

    /** Whether the answer is a stream of events: all of them lie at paths that end so. */
    static boolean isEventStream(HttpServerRequest request, String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.endsWith("/events") || accept != null && accept.contains(EVENTS);
    }

    /** For a request from its beginning to the end of its answer. */
    Place request(CallerKey caller, Service service) {
        return new Place(requests, caller, service, "requests under way at a time. Wait until some are answered.");
    }

    /** For an import, which is not counted as a request. */
    Place importing(CallerKey caller, Service service) {
        return new Place(imports, caller, service, "imports under way at a time. Send one after the other.");
    }

    /** For an event stream, which is not counted as a request. */
    Place eventStream(CallerKey caller, Service service) {
        return new Place(
                eventStreams, caller, service, "event streams open at a time. Close one, or wait until one has ended.");
    }

    /** For a body that arrives slowly, beside the place of its request. */
    Place slowBody(CallerKey caller, Service service) {
        return new Place(slowBodies, caller, service, "bodies at a time that arrive slowly. Send one after the other.");
    }

    /** A place that can be taken once and is given back once. For the thread of its request. */
    static final class Place {

        private final Occupancy occupancy;
        private final CallerKey caller;
        private final Service service;
        private final String advice;
        private boolean taken;

        private Place(Occupancy occupancy, CallerKey caller, Service service, String advice) {
            this.occupancy = occupancy;
            this.caller = caller;
            this.service = service;
            this.advice = advice;
        }

        /** @return why it could not be taken */
        Optional<Problem> take() {
            Occupancy.Outcome outcome = occupancy.enter(caller, service);
            taken = outcome == Occupancy.Outcome.ENTERED;
            return switch (outcome) {
                case ENTERED -> Optional.empty();
                case CALLER_AT_LIMIT ->
                    Optional.of(ProblemType.TOO_MANY_REQUESTS.because(
                            "One caller may have %d %s".formatted(occupancy.mostPerCaller(), advice)));
                case SERVICE_AT_LIMIT ->
                    Optional.of(ProblemType.OVERLOADED.because(
                            "The %s service has as much under way as it takes on; try again in a moment."
                                    .formatted(service.title())));
            };
        }

        void giveBack() {
            if (taken) {
                taken = false;
                occupancy.leave(caller, service);
            }
        }
    }
}
