package uk.hustings.access;

import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** A service that started while Keycloak was away cannot check tokens yet: it says so and lets nobody in. */
public class IdentityProviderProblems {

    @ServerExceptionMapper(priority = 1)
    public Response unreachable(OIDCException failure) {
        Problem problem = ProblemType.NOT_READY.because("Tokens cannot be checked at the moment; try again.");
        return Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "1")
                .entity(problem.body())
                .build();
    }
}
