package uk.hustings.api.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What day the domain believes it is. */
@ConfigMapping(prefix = "hustings.clock")
public interface ClockConfig {

    /**
     * Added to the real time to give the domain's time, ISO 8601 (for example {@code PT-100000H}); anything but zero
     * is refused in production.
     */
    @WithDefault("PT0S")
    Duration offset();
}
