package uk.hustings.campaign.rolesync;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClosedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import uk.hustings.campaign.rolesync.domain.SyncFailure;

/** Our realm in Keycloak, asked with an end to the waiting. Blocks: for workers only. */
@ApplicationScoped
public class KeycloakRealm {

    private static final Logger LOG = Logger.getLogger(KeycloakRealm.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API_CLIENT = "hustings-api";

    private final Keycloak keycloak;
    private final RealmResource realm;
    private volatile String apiClientId;

    KeycloakRealm(KeycloakConfig config) {
        Client http = Keycloak.getClientProvider().newRestEasyClient(null, null, false);
        http.property(
                QuarkusRestClientProperties.READ_TIMEOUT, config.answerTimeout().toMillis());
        // One client for the life of the service: it keeps its token and renews it.
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(config.url())
                .realm(config.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(config.clientId())
                .clientSecret(config.clientSecret())
                .resteasyClient(http)
                .build();
        this.realm = keycloak.realm(config.realm());
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    /**
     * Asks Keycloak. If the connection breaks, which it does when Keycloak closes an idle one just then, it is asked once more:
     * all that we ask may be asked twice.
     *
     * @throws KeycloakFailure whatever goes wrong
     */
    public <T> T ask(Function<RealmResource, T> question) {
        try {
            return question.apply(realm);
        } catch (RuntimeException failure) {
            if (!isBrokenConnection(failure)) {
                throw failureOf(failure);
            }
        }
        try {
            return question.apply(realm);
        } catch (RuntimeException failure) {
            throw failureOf(failure);
        }
    }

    private static boolean isBrokenConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException || cause instanceof SocketException) {
                return !(cause instanceof ConnectException);
            }
        }
        return false;
    }

    private static KeycloakFailure failureOf(RuntimeException failure) {
        if (failure instanceof KeycloakFailure known) {
            return known;
        }
        if (failure instanceof WebApplicationException refused) {
            return refusal(refused);
        }
        if (failure instanceof ProcessingException || failure instanceof VertxException) {
            LOG.debugf(failure, "Keycloak");
            return failure instanceof VertxException || isOfTheWire(failure)
                    ? new KeycloakFailure(SyncFailure.NO_ANSWER, "Keycloak gave no answer")
                    : new KeycloakFailure(SyncFailure.REFUSED, "Keycloak answered something that cannot be understood");
        }
        LOG.warn("Keycloak could not be asked", failure);
        return new KeycloakFailure(SyncFailure.REFUSED, "Keycloak could not be asked; the log says more");
    }

    /**
     * Empty if Keycloak has no such thing.
     *
     * @throws KeycloakFailure whatever else goes wrong
     */
    public <T> Optional<T> find(Function<RealmResource, T> question) {
        return ask(realm -> {
            try {
                return Optional.of(question.apply(realm));
            } catch (NotFoundException unknown) {
                return Optional.<T>empty();
            } catch (WebApplicationException failure) {
                if (failure.getResponse().getStatus() == 404) {
                    return Optional.<T>empty();
                }
                throw failure;
            }
        });
    }

    /** @throws KeycloakFailure if Keycloak cannot be asked, or has no such client */
    String apiClientId() {
        if (apiClientId == null) {
            apiClientId = ask(realm -> realm.clients().findByClientId(API_CLIENT)).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new KeycloakFailure(SyncFailure.BEYOND_REPAIR, "Keycloak has no client " + API_CLIENT))
                    .getId();
        }
        return apiClientId;
    }

    /** Id of the account as which we change things. */
    String ownAccount() {
        String[] token =
                ask(realm -> keycloak.tokenManager().getAccessTokenString()).split("\\.");
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token[1]))
                    .path("sub")
                    .asText();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            throw new KeycloakFailure(SyncFailure.REFUSED, "Keycloak gave a token that cannot be read");
        }
    }

    /** Something that should be in Keycloak is not. */
    public static KeycloakFailure missing(String what) {
        return new KeycloakFailure(SyncFailure.BEYOND_REPAIR, what);
    }

    /** What was learned of Keycloak's ids may be wrong after it was restored: ask again. */
    void forget() {
        apiClientId = null;
    }

    private static KeycloakFailure refusal(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status < 300) {
            // A page in HTML, for one, with which a proxy excuses itself.
            return new KeycloakFailure(SyncFailure.REFUSED, "Keycloak answered something that cannot be understood");
        }
        return new KeycloakFailure(SyncFailure.ofStatus(status), "Keycloak answered with status " + status);
    }

    /** A connection that breaks has many names; what was read and not understood has one. */
    private static boolean isOfTheWire(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException) {
                return false;
            }
        }
        return failure.getCause() != null;
    }
}
