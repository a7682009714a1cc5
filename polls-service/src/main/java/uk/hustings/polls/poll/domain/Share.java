package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;

/**
 * What one answer got.
 *
 * @param option party code, or the name of whatever else could be answered
 * @param pct percentage points, 0 to 100 with at most {@value #DECIMALS} decimals
 */
public record Share(String option, BigDecimal pct) {

    /** What a share must be, in words. */
    public static final String RANGE = "a share from 0 to 100 with at most 4 decimals";

    /** The bucket for answers without a name of their own: never ahead, never swung to. */
    public static final String OTHER = "other";

    private static final int DECIMALS = 4;
    private static final int LONGEST_TEXT = 20;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException if the share is out of {@link #RANGE} */
    public Share {
        pct = withinRange(pct);
    }

    /**
     * Reads percentage points. Bounded before it is parsed: {@code 1e999999999} is a number, too.
     *
     * @throws IllegalArgumentException if the text is not {@link #RANGE}
     */
    public static BigDecimal readPct(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(RANGE);
        }
        return withinRange(new BigDecimal(text));
    }

    /** The same number in the shortest plain form: 40, not 4E+1 or 40.0. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The same share in its shortest plain form.
     *
     * @throws IllegalArgumentException if it is out of {@link #RANGE}
     */
    public static BigDecimal withinRange(BigDecimal pct) {
        if (pct.signum() < 0
                || pct.compareTo(ALL) > 0
                || pct.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException(RANGE);
        }
        return plain(pct);
    }
}
