package uk.hustings.campaign.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a tombstone lies after Keycloak has been told. */
@ConfigMapping(prefix = "hustings.tombstones")
public interface TombstoneConfig {

    /** How long Keycloak lets a person's access token live. */
    @WithDefault("5m")
    Duration tokenLife();

    /** How far the clocks of Keycloak and of the services may differ. */
    @WithDefault("30s")
    Duration skew();
}
