package uk.hustings.api.time;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.Config;

/** The domain's time: real time plus a fixed offset. Days and ISO weeks are those of London. */
@Startup
@ApplicationScoped
public class DomainClock {

    /** Where domain days begin and end. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock clock;
    private final Duration offset;
    private volatile Day day = Day.at(Instant.EPOCH);

    /** @throws IllegalStateException if an offset is set in profile {@code prod} */
    @Inject
    public DomainClock(ClockConfig config, Config profiles) {
        boolean production = LaunchMode.current() == LaunchMode.NORMAL
                && profiles.unwrap(SmallRyeConfig.class).getProfiles().contains("prod");
        if (production && !config.offset().isZero()) {
            throw new IllegalStateException("hustings.clock.offset must be zero in production");
        }
        this.offset = config.offset();
        this.clock = Clock.offset(Clock.system(LONDON), offset);
    }

    public Instant instant() {
        return clock.instant();
    }

    /**
     * The domain's time at a moment of real time, for example by the clock of the database, which all replicas share.
     */
    public Instant at(Instant realTime) {
        return realTime.plus(offset);
    }

    public LocalDate today() {
        Instant now = clock.instant();
        Day known = day;
        if (!known.includes(now)) {
            known = Day.at(now);
            day = known;
        }
        return known.date;
    }

    /** A day of London with its first moment and that of the next: every read asks for it, and it changes once a day. */
    record Day(LocalDate date, Instant begins, Instant ends) {

        static Day at(Instant now) {
            LocalDate date = LocalDate.ofInstant(now, LONDON);
            return new Day(
                    date,
                    date.atStartOfDay(LONDON).toInstant(),
                    date.plusDays(1).atStartOfDay(LONDON).toInstant());
        }

        boolean includes(Instant moment) {
            return !moment.isBefore(begins) && moment.isBefore(ends);
        }
    }
}
