package uk.hustings.polls.indicator.domain;

import java.math.BigDecimal;

/**
 * One figure of an indicator.
 *
 * @param option whom or what it is a figure of; null if the source does not say
 * @param value in units of {@code unit}
 * @param outOf the whole of which the value is a part, in the same unit; null if it is not one or unknown
 * @param unit what is counted, for example {@code local-parties}, or {@value #PCT} for percentage points
 */
public record Figure(String option, BigDecimal value, BigDecimal outOf, String unit) {

    /** The unit of percentage points, 0 to 100. */
    public static final String PCT = "pct";

    /** What a value must be, in words. */
    public static final String RANGE = "a number from 0 to 1000000000 with at most 4 decimals";

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int DECIMALS = 4;

    /** @throws IllegalArgumentException if value or whole is out of {@link #RANGE} */
    public Figure {
        value = withinRange(value);
        outOf = outOf == null ? null : withinRange(outOf);
    }

    /**
     * The same number in its shortest plain form.
     *
     * @throws IllegalArgumentException if it is out of {@link #RANGE}
     */
    public static BigDecimal withinRange(BigDecimal number) {
        // Compared before anything is written out: 1e999999999 is a number, too.
        if (number.signum() < 0
                || number.compareTo(MOST) > 0
                || number.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException(RANGE);
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
