package uk.hustings.api.limit;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Guards a service's own server against callers that bypass the gateway. */
@ApplicationScoped
class RequestGuardStart {

    private final Vertx vertx;
    private final RequestLimits limits;

    RequestGuardStart(Vertx vertx, RequestLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    void guard(@ObservesAsync HttpServerStart started) {
        GuardedServer.guard(vertx, limits, (answer, request) -> {});
    }
}
