package uk.hustings.campaign;

import io.smallrye.config.ConfigMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.hustings.api.time.DomainClock;

/** Whose campaign this is and when it ends. */
@ConfigMapping(prefix = "hustings.campaign")
public interface CampaignConfig {

    /** Code of the national party that this deployment serves, for example {@code lab}. */
    String party();

    /** The polling day that the campaign works towards. */
    LocalDate pollingDay();

    /** When the polls close (22:00 in London) and every lock ends by itself. */
    default Instant pollsClose() {
        return pollingDay()
                .atTime(LocalTime.of(22, 0))
                .atZone(DomainClock.LONDON)
                .toInstant();
    }
}
