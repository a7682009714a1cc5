package uk.hustings.api.text.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The dates and numbers that the suite accepts; all of them fit into every column, and into four digits of a year. */
public final class Limits {

    /** The years of {@link #isOrdinary(LocalDate)}, in words. */
    public static final String YEARS = "of the years 1 to 9999";

    /** What {@link #isOrdinary(BigDecimal)} asks for, in words. */
    public static final String NUMBERS = "a number of at most 30 digits";

    private static final int MOST_DIGITS = 30;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Limits() {}

    /** Whether the day lies in the years 1 to 9999. */
    public static boolean isOrdinary(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether the moment lies in the years 1 to 9999, in UTC. */
    public static boolean isOrdinary(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(END);
    }

    /**
     * Whether the number has at most 30 digits, and as many zeros before or behind them. A few characters can say a number
     * of a billion digits; to round it or to write it out would take the whole memory.
     */
    public static boolean isOrdinary(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
