package uk.hustings.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import uk.hustings.api.limit.GuardedServer;
import uk.hustings.api.limit.RequestLimits;

/** Deadlines for requests that arrive slowly, and the limit of connections. */
@ApplicationScoped
class ConnectionGuard {

    private final Vertx vertx;
    private final RequestLimits limits;
    private final Letterhead letterhead;

    ConnectionGuard(Vertx vertx, RequestLimits limits, Letterhead letterhead) {
        this.vertx = vertx;
        this.limits = limits;
        this.letterhead = letterhead;
    }

    void guard(@ObservesAsync HttpServerStart started) {
        GuardedServer.guard(vertx, limits, this::addHeaders);
    }

    private void addHeaders(HttpHeaders answer, HttpHeaders request) {
        MultiMap asked = MultiMap.caseInsensitiveMultiMap();
        request.forEach(header -> asked.add(header.getKey(), header.getValue()));
        letterhead.put(asked, answer::add);
    }
}
