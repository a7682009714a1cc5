package uk.hustings.gateway.docs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The API's documents. */
@ConfigMapping(prefix = "hustings.docs")
public interface DocsConfig {

    /** How long the merged document is served before the services are asked again. */
    @WithDefault("10S")
    Duration refresh();

    /** How long a service may take to hand out its document. */
    @WithDefault("5S")
    Duration timeout();

    /** Where people log in, as their browsers see it. */
    @WithDefault("${quarkus.oidc.auth-server-url:http://localhost:8084/realms/hustings}")
    URI issuer();

    /** The public client of the realm with which people log in from the browsable documents. */
    @WithDefault("hustings-web")
    String loginClient();
}
