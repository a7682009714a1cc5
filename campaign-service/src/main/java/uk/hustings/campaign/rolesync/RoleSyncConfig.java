package uk.hustings.campaign.rolesync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Keycloak is told. */
@ConfigMapping(prefix = "hustings.role-sync")
public interface RoleSyncConfig {

    /** Threads that talk to Keycloak at the same time, 2 or more: half of them serve small requests first. */
    @WithDefault("6")
    int workers();

    /** How many groups a worker takes on at once: few, so that who comes meanwhile waits for little. */
    @WithDefault("4")
    int round();

    /**
     * How long a worker may keep what it took, and so how long the work of one that was killed lies still; longer than
     * Keycloak may take over a group: three calls of ten seconds at the most.
     */
    @WithDefault("45s")
    Duration lease();

    /** The wait after the first failure; it doubles with each. */
    @WithDefault("1s")
    Duration firstWait();

    /** The longest wait between two tries. */
    @WithDefault("1m")
    Duration longestWait();

    /** After so many refusals a request is a dead letter. Times when Keycloak was away do not count. */
    @WithDefault("10")
    int mostRefusals();

    /** How often all groups are compared with what they should carry. */
    @WithDefault("5m")
    Duration reconcileEvery();

    /** More differences than this in one comparison are not acted upon until headquarters has looked. */
    @WithDefault("10")
    int mostDifferences();
}
