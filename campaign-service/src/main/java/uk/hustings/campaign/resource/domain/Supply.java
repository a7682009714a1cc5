package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import uk.hustings.campaign.contact.domain.IsoWeek;

/**
 * What one holder has of one kind over a period of days: the effective amounts of its weeks, of which a week that lies in the
 * period only in part gives that part.
 *
 * @param amount rounded to hundredths; also of a whole kind it may be a fraction, where a week is cut
 * @param weeks how many weeks rest on which basis; a basis without weeks is left out
 */
public record Supply(Holder holder, ResourceKind kind, BigDecimal amount, Map<Basis, Integer> weeks) {

    private static final int DAYS_OF_WEEK = 7;

    public Supply {
        weeks = Collections.unmodifiableMap(weeks);
    }

    /**
     * @param amounts of the holder's weeks; those outside the period are passed over
     * @param from first day
     * @param until last day, not before the first
     */
    public static Supply of(
            Holder holder, ResourceKind kind, Map<IsoWeek, AmountsByBasis> amounts, LocalDate from, LocalDate until) {
        BigDecimal sevenfold = BigDecimal.ZERO;
        Map<Basis, Integer> weeks = new EnumMap<>(Basis.class);
        for (Map.Entry<IsoWeek, AmountsByBasis> week : amounts.entrySet()) {
            long days = daysWithin(week.getKey(), from, until);
            if (days > 0) {
                sevenfold = sevenfold.add(week.getValue().effective().multiply(BigDecimal.valueOf(days)));
                weeks.merge(week.getValue().basis(), 1, Integer::sum);
            }
        }
        BigDecimal amount =
                sevenfold.divide(BigDecimal.valueOf(DAYS_OF_WEEK), ResourceKind.DECIMAL_PLACES, RoundingMode.HALF_UP);
        return new Supply(holder, kind, amount, weeks);
    }

    /** Days of the week that lie in the period: 0 to 7. */
    private static long daysWithin(IsoWeek week, LocalDate from, LocalDate until) {
        LocalDate first = week.monday().isBefore(from) ? from : week.monday();
        LocalDate sunday = week.monday().plusDays(DAYS_OF_WEEK - 1L);
        LocalDate last = sunday.isAfter(until) ? until : sunday;
        return Math.max(ChronoUnit.DAYS.between(first, last) + 1, 0);
    }
}
