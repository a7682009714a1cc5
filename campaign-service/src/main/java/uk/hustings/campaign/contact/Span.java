package uk.hustings.campaign.contact;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.contact.domain.IsoWeek;

/**
 * Whole ISO weeks, for counts are summed by week.
 *
 * @param from a Monday
 * @param to a Sunday
 */
record Span(LocalDate from, LocalDate to) {

    /** Weeks that may be asked for at once. */
    static final int MOST_WEEKS = 106;

    /**
     * Reads a span.
     *
     * @param from day whose week is the first; null for {@code weeks} weeks in all
     * @param to day whose week is the last; null for today
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if it ends before it begins, or is too long
     */
    static Span of(String from, String to, LocalDate today, int weeks) {
        LocalDate first = QueryParameter.date("from", from);
        LocalDate last = QueryParameter.date("to", to);
        QueryParameter.refuseBefore("to", last, "from", first);
        LocalDate until = last == null ? first == null || !first.isAfter(today) ? today : first : last;
        LocalDate lastMonday = IsoWeek.of(until).monday();
        LocalDate monday = first == null
                ? lastMonday.minusWeeks(weeks - 1L)
                : IsoWeek.of(first).monday();
        if (ChronoUnit.WEEKS.between(monday, lastMonday) >= MOST_WEEKS) {
            throw QueryParameter.refused("from", "from must be no more than %d weeks before to".formatted(MOST_WEEKS));
        }
        return new Span(monday, lastMonday.plusDays(6));
    }
}
