package uk.hustings.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The day on which the demo lives. */
public final class DomainDay {

    /** Three weeks before the general election of 2015. */
    public static final LocalDate DAY = LocalDate.of(2015, 4, 14);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private DomainDay() {}

    /** What added to the time gives the same time of day in London on {@link #DAY}, in whole seconds. */
    public static Duration offset(Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return Duration.between(
                second,
                DAY.atTime(second.atZone(LONDON).toLocalTime()).atZone(LONDON).toInstant());
    }
}
