package uk.hustings.gateway.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.Logger;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.edge.domain.Target;

/** The first to see a request and the last to see a failure. */
@ApplicationScoped
public class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);
    private static final String TARGET = Target.class.getName();

    private final Letterhead letterhead;

    FrontDoor(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    /** What the request asks for; there is one for every request that came in. */
    public static Target.Accepted targetOf(RoutingContext context) {
        return context.get(TARGET);
    }

    void open(@Observes Router router) {
        router.route().order(Stage.DOOR).handler(this::receive).failureHandler(this::apologise);
    }

    private void receive(RoutingContext context) {
        letterhead.put(context);
        if (Target.of(context.request().uri()) instanceof Target.Accepted target) {
            context.put(TARGET, target);
            admit(context);
        } else {
            apologise(context);
        }
    }

    private void admit(RoutingContext context) {
        if (!METHODS.contains(context.request().method())) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
            Answers.refuse(context, ProblemType.METHOD_NOT_ALLOWED.because("This method is offered nowhere here."));
        } else if (letterhead.isPreflight(context.request())) {
            letterhead.answerPreflight(context);
        } else {
            context.next();
        }
    }

    private void apologise(RoutingContext context) {
        letterhead.put(context);
        Answers.refuse(context, problemOf(context));
    }

    private static Problem problemOf(RoutingContext context) {
        if (Target.of(context.request().uri()) instanceof Target.Refused refused) {
            return ProblemType.BAD_PATH.because(refused.reason());
        }
        if (context.failure() instanceof Problem problem) {
            return problem;
        }
        return switch (context.statusCode()) {
            case 400 -> ProblemType.BAD_PATH.because("The request names no valid host.");
            case 404 -> ProblemType.NOT_FOUND.because("Nothing is known under this path; / says where things are.");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.because("This path answers GET and HEAD.");
            default -> {
                LOG.errorf(
                        context.failure(),
                        "Request %s failed with status %d",
                        Letterhead.requestIdOf(context),
                        context.statusCode());
                yield ProblemType.INTERNAL_ERROR.because("Try again; the request id finds the log.");
            }
        };
    }
}
