package uk.hustings.gateway.routes;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import jakarta.inject.Singleton;

/**
 * Connections to the services. Event streams and imports last long and have connections of their own, so that they cannot take
 * those of other requests. A pool shared between event loops would hand requests from thread to thread: each thread has its own.
 */
@Singleton
class ServiceClients {

    private static final int WAITING_PER_THREAD = 256;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final RouteConfig config;
    private final ThreadLocal<HttpClient> requests;
    private final ThreadLocal<HttpClient> imports;
    private final ThreadLocal<HttpClient> eventStreams;

    ServiceClients(Vertx vertx, RouteConfig config, LimitConfig limits) {
        this.vertx = vertx;
        this.config = config;
        requests = ThreadLocal.withInitial(() -> newClient(config.connectionsPerThread()));
        // As many as are let in at all: none of these waits for a connection.
        imports = ThreadLocal.withInitial(() -> newClient(limits.importsPerService()));
        eventStreams = ThreadLocal.withInitial(() -> newClient(limits.eventStreamsPerService()));
    }

    HttpClient forRequests() {
        return requests.get();
    }

    HttpClient forImports() {
        return imports.get();
    }

    HttpClient forEventStreams() {
        return eventStreams.get();
    }

    private HttpClient newClient(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setMaxWaitQueueSize(WAITING_PER_THREAD),
                new PoolOptions().setHttp1MaxSize(connections));
    }
}
