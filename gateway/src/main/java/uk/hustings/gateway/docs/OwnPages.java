package uk.hustings.gateway.docs;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;
import uk.hustings.gateway.edge.Stage;
import uk.hustings.gateway.routes.domain.Service;

/** The paths that the gateway answers itself. */
@ApplicationScoped
public class OwnPages {

    private final ApiDocuments documents;
    private final ApiBrowser browser;
    private final ProblemPages problems;
    private final Page index = Page.of("application/json", index().encodePrettily());

    OwnPages(ApiDocuments documents, ApiBrowser browser, ProblemPages problems) {
        this.documents = documents;
        this.browser = browser;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        at(router, "/").handler(index::send);
        at(router, "/openapi").handler(context -> send(context, ApiDocument::json));
        at(router, "/openapi.yaml").handler(context -> send(context, ApiDocument::yaml));
        at(router, "/docs").handler(browser::sendStart);
        at(router, "/docs/:file").handler(browser::sendFile);
        at(router, "/problems").handler(problems::sendIndex);
        at(router, "/problems/:slug").handler(problems::send);
    }

    private static Route at(Router router, String path) {
        return router.route(path).order(Stage.OWN_PAGES);
    }

    private void send(RoutingContext context, Function<ApiDocument, Page> form) {
        Future<ApiDocument> document = documents.current();
        document.onSuccess(merged -> form.apply(merged).send(context)).onFailure(context::fail);
    }

    private static JsonObject index() {
        JsonArray paths = new JsonArray();
        for (Service service : Service.values()) {
            service.prefixes().forEach(paths::add);
        }
        return new JsonObject()
                .put("name", "Hustings")
                .put("docs", "/docs")
                .put("openapi", "/openapi")
                .put("problems", "/problems")
                .put("health", "/q/health")
                .put("paths", paths);
    }
}
