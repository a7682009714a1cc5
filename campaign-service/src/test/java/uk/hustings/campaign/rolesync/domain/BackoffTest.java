package uk.hustings.campaign.rolesync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void theWaitDoublesUpToTheLimit() {
        assertThat(backoff.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.after(6, 0)).isEqualTo(Duration.ofSeconds(32));
        assertThat(backoff.after(7, 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(backoff.after(1_000_000, 0)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void chanceTakesAwayUpToAHalf() {
        assertThat(backoff.after(4, 0.5)).isEqualTo(Duration.ofSeconds(6));
        assertThat(backoff.after(4, 0.999)).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_010));
    }
}
