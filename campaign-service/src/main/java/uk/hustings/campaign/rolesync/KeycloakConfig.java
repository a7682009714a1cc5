package uk.hustings.campaign.rolesync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the groups and roles are kept, and as whom we change them. */
@ConfigMapping(prefix = "hustings.keycloak")
public interface KeycloakConfig {

    /** Base URL of Keycloak, without a realm. */
    String url();

    /** The realm of the suite. */
    @WithDefault("hustings")
    String realm();

    /** Client whose service account may manage the groups of local parties and who is in them, and nothing else. */
    @WithDefault("campaign-service")
    String clientId();

    /** Secret of that client. */
    String clientSecret();

    /** How long to wait for an answer, the connection included. */
    @WithDefault("10s")
    Duration answerTimeout();
}
