package uk.hustings.campaign.duty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How timed tasks are run. */
@ConfigMapping(prefix = "hustings.duties")
public interface DutyConfig {

    /** How long after a review of all local parties the next one is made, although nothing was seen to change. */
    @WithDefault("1m")
    Duration reviewEvery();

    /**
     * For tests, where the scheduler is off ({@code quarkus.scheduler.enabled=false}): each PostgreSQL notification on this
     * channel runs all timed tasks once. Refused under the profile {@code prod}.
     */
    Optional<String> channel();
}
