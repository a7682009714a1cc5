package uk.hustings.campaign.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DutyConfigTest {

    @Test
    void everybodyIsReviewedOnceAMinuteAndNoNotificationRunsTimedTasksUnlessConfigured() {
        DutyConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(DutyConfig.class)
                .build()
                .getConfigMapping(DutyConfig.class);

        assertThat(config.reviewEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.channel()).isEmpty();
    }
}
