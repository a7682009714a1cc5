package uk.hustings.campaign.resource;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** The ISO weeks that a request asks for, both included. */
record Weeks(IsoWeek first, IsoWeek last) {

    /** Weeks that may be asked for at once: a year. */
    static final int MOST = 53;

    /** Weeks that are given unasked: a quarter. */
    static final int UNASKED = 13;

    /**
     * @param from a day whose week is the first; null for the running week, or the last week if that lies before
     * @param until a day whose week is the last; null for {@value #UNASKED} weeks in all
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if they end before they begin, or are too many
     */
    static Weeks of(String from, String until, LocalDate today) {
        LocalDate start = QueryParameter.date("from", from);
        LocalDate end = QueryParameter.date("until", until);
        QueryParameter.refuseBefore("until", end, "from", start);
        LocalDate begin = start != null ? start : end != null && end.isBefore(today) ? end : today;
        IsoWeek first = IsoWeek.of(begin);
        IsoWeek last = end == null ? new IsoWeek(first.monday().plusWeeks(UNASKED - 1L)) : IsoWeek.of(end);
        if (ChronoUnit.WEEKS.between(first.monday(), last.monday()) >= MOST) {
            throw QueryParameter.refused("until", "until must be no more than %d weeks after from".formatted(MOST));
        }
        return new Weeks(first, last);
    }
}
