package uk.hustings.polls.average;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.time.DomainClock;

/** The day as of which something is wanted: the domain's today unless one is given. */
@ApplicationScoped
public class Days {

    private final DomainClock clock;

    Days(DomainClock clock) {
        this.clock = clock;
    }

    /**
     * Whether nothing can be known of a day yet. In a demo, which lives in the middle of real data, polls of days to come
     * are known.
     */
    public boolean isInTheFuture(LocalDate day) {
        return day.isAfter(clock.today()) && day.isAfter(LocalDate.now(DomainClock.LONDON));
    }

    public LocalDate orToday(LocalDate day) {
        return day == null ? clock.today() : day;
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER for a day that is none, or that is in the future */
    public LocalDate read(String name, String text) {
        LocalDate day = orToday(QueryParameter.date(name, text));
        if (isInTheFuture(day)) {
            throw QueryParameter.refused(name, "%s must not be in the future, was %s".formatted(name, day));
        }
        return day;
    }
}
