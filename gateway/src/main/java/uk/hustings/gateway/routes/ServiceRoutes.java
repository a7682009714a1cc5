package uk.hustings.gateway.routes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.hustings.api.limit.BodyLimit;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.edge.Answers;
import uk.hustings.gateway.edge.FrontDoor;
import uk.hustings.gateway.edge.Stage;
import uk.hustings.gateway.edge.TokenCheck;
import uk.hustings.gateway.routes.domain.Service;

/** Whatever no page of the gateway's own has answered: to the service that owns the path, or to nobody. */
@ApplicationScoped
public class ServiceRoutes {

    private final TokenCheck tokens;
    private final Forwarder forwarder;

    ServiceRoutes(TokenCheck tokens, Forwarder forwarder) {
        this.tokens = tokens;
        this.forwarder = forwarder;
    }

    void open(@Observes Router router) {
        router.route().order(Stage.SERVICES).handler(this::route);
    }

    private void route(RoutingContext context) {
        String path = FrontDoor.targetOf(context).path();
        Service.owning(path).ifPresentOrElse(service -> hand(context, service, path), () -> context.fail(404));
    }

    private void hand(RoutingContext context, Service service, String path) {
        HttpServerRequest request = context.request();
        long limit = BodyLimit.limitFor(path);
        if (announcedBytes(request) > limit) {
            Answers.refuse(context, MeteredBody.tooLarge(limit));
            return;
        }
        if (request.headers().getAll(HttpHeaders.CONTENT_LENGTH).size() > 1) {
            Answers.refuse(context, ProblemType.BROKEN_BODY.because("The body has more than one length."));
            return;
        }
        // The body waits where it is until it is known who sends it.
        request.pause();
        tokens.check(context, caller -> forwarder.forward(context, caller, service, limit));
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
