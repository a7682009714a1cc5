package uk.hustings.gateway.docs;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.hustings.gateway.routes.RouteConfig;
import uk.hustings.gateway.routes.domain.Service;

/** Asks the services what they say of themselves. */
@Singleton
class ServiceLibrary {

    private static final String DOCUMENT = "/q/openapi?format=json";

    private final Vertx vertx;
    private final HttpClient client;
    private final RouteConfig routes;
    private final DocsConfig config;

    ServiceLibrary(Vertx vertx, RouteConfig routes, DocsConfig config) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.routes = routes;
        this.config = config;
    }

    @Produces
    @Singleton
    ApiDocuments documents(@ConfigProperty(name = "quarkus.application.version") String version) {
        return new ApiDocuments(vertx, this::ask, new ApiMerge(config.issuer(), version), config.refresh());
    }

    private Future<String> ask(Service service) {
        RequestOptions where = new RequestOptions()
                .setAbsoluteURI(routes.urlOf(service) + DOCUMENT)
                .setConnectTimeout(config.timeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis());
        return client.request(where)
                .compose(request -> request.exceptionHandler(failure -> {}).send())
                .compose(ServiceLibrary::whole)
                .map(Buffer::toString);
    }

    private static Future<Buffer> whole(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("Answered " + response.statusCode());
    }
}
