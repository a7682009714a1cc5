package uk.hustings.campaign.rolesync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the groups and roles are kept, and as whom we change them. */
@ConfigMapping(prefix = "hustings.keycloak")
public interface KeycloakConfig {

    /** Base URL of Keycloak, without a realm. */
    String url();

    /** The realm of the suite. */
    @WithDefault("hustings")
    String realm();

    /** Client whose service account may map the roles of seats to the groups of local parties, and nothing else. */
    @WithDefault("campaign-service")
    String clientId();

    /** Secret of that client. */
    String clientSecret();
}
