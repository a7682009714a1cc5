package uk.hustings.campaign.spending.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of the table of spending limits: base + pence for each elector.
 *
 * @param contests to which kind of election it applies
 * @param firstPollingDay first polling day to which it applies
 * @param lastPollingDay last one; null while it is in force
 * @param baseGbp pounds
 * @param pencePerElector for each entry in the register of parliamentary electors on the last day for publication of the
 *     notice of election; 0 for a flat limit
 * @param phased whether only a share of it applies, by the month of the Parliament in which it is dissolved
 * @param source statute
 */
public record LimitRule(
        Contests contests,
        LocalDate firstPollingDay,
        LocalDate lastPollingDay,
        SeatType seatType,
        SpendingPeriod period,
        int baseGbp,
        int pencePerElector,
        boolean phased,
        String source) {

    /** A kind of election. */
    public enum Contests {
        GENERAL,
        BY_ELECTION;

        /** As the API writes it. */
        public String code() {
            return this == GENERAL ? "general" : "by-election";
        }
    }

    /** The share of a phased limit, in per cent, for a Parliament dissolved in month 56 (first) to 60 (last). */
    public static final List<Integer> PHASES_PCT = List.of(60, 70, 80, 90, 100);

    private static final int FIRST_PHASED_MONTH = 56;

    public boolean appliesTo(Contest contest) {
        return contest.isByElection() == (contests == Contests.BY_ELECTION)
                && !contest.pollingDay().isBefore(firstPollingDay)
                && (lastPollingDay == null || !contest.pollingDay().isAfter(lastPollingDay));
    }

    /**
     * The limit in pounds, rounded down to the penny. Of a phased limit it is the share of the first month: the least that can
     * apply, as long as nobody knows when the Parliament will be dissolved.
     *
     * @param electorate 0 or more
     */
    public BigDecimal limit(int electorate) {
        return limit(electorate, FIRST_PHASED_MONTH);
    }

    /**
     * The limit in pounds, rounded down to the penny.
     *
     * @param electorate 0 or more
     * @param monthOfDissolution month of the Parliament in which it is dissolved, counted from 1; matters only if phased
     * @throws IllegalArgumentException if the limit is phased and the month is not 56 to 60
     */
    public BigDecimal limit(int electorate, int monthOfDissolution) {
        BigDecimal whole = BigDecimal.valueOf(100L * baseGbp + (long) pencePerElector * electorate, 2);
        if (!phased) {
            return whole;
        }
        int phase = monthOfDissolution - FIRST_PHASED_MONTH;
        if (phase < 0 || phase >= PHASES_PCT.size()) {
            throw new IllegalArgumentException(
                    "A limit applies to Parliaments dissolved in month 56 to 60, not " + monthOfDissolution);
        }
        return whole.multiply(BigDecimal.valueOf(PHASES_PCT.get(phase), 2)).setScale(2, RoundingMode.DOWN);
    }
}
