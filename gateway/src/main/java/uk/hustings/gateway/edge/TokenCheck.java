package uk.hustings.gateway.edge;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.token.BearerToken;
import uk.hustings.gateway.edge.domain.CallerKey;

/**
 * Turns a token away that no service would accept. Who comes without one passes: the services decide what is public,
 * and they check every token again.
 */
@ApplicationScoped
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);

    private final Instance<HttpAuthenticator> authenticator;

    TokenCheck(Instance<HttpAuthenticator> authenticator) {
        this.authenticator = authenticator;
    }

    /** @param admitted given the caller, on the request's own thread, when nothing speaks against it */
    public void check(RoutingContext context, Consumer<CallerKey> admitted) {
        List<String> credentials = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.isEmpty()) {
            admitted.accept(addressOf(context));
        } else if (credentials.size() > 1 || !BearerToken.isWellFormed(credentials.get(0))) {
            refuse(context, "Send one access token of this realm, as Authorization: Bearer.");
        } else {
            Context thread = Vertx.currentContext();
            authenticator
                    .get()
                    .attemptAuthentication(context)
                    .emitOn(task -> thread.runOnContext(run -> task.run()))
                    .subscribe()
                    .with(
                            identity -> {
                                if (identity == null) {
                                    refuse(context, "The Authorization header has no access token.");
                                } else {
                                    admitted.accept(CallerKey.ofAccount(
                                            identity.getPrincipal().getName()));
                                }
                            },
                            failure -> fail(context, failure));
        }
    }

    private static CallerKey addressOf(RoutingContext context) {
        SocketAddress address = context.request().remoteAddress();
        // What a trusted proxy names need not be an address.
        return CallerKey.ofAddress(Objects.requireNonNullElse(address.hostAddress(), address.host()));
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            refuse(context, "The access token is expired, malformed or not meant for this API.");
        } else if (failure instanceof OIDCException) {
            LOG.debugf("Tokens cannot be checked: %s", failure.getMessage());
            Answers.refuse(
                    context, ProblemType.NOT_READY.because("Tokens cannot be checked at the moment; try again."));
        } else {
            context.fail(failure);
        }
    }

    private static void refuse(RoutingContext context, String detail) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"hustings\", error=\"invalid_token\"");
        Answers.refuse(context, ProblemType.UNAUTHENTICATED.because(detail));
    }
}
