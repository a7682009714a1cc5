package uk.hustings.polls.poll.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What chance alone does to the figures of a simple random sample. Real polls err more: weighting and who answers at all
 * are not in these formulae.
 */
public final class SamplingError {

    /** Standard deviations on either side that hold 95% of a normal distribution. */
    private static final double SDS_OF_95_PERCENT = 1.96;

    private static final int DECIMALS = 2;
    private static final double PERCENT = 100;

    private SamplingError() {}

    /**
     * Half the width of the 95% interval of a share: 1.96·√(p(1−p)/n).
     *
     * @param pct percentage points, 0 to 100
     * @param base people asked, 1 or more
     * @return percentage points to {@value #DECIMALS} decimals
     */
    public static BigDecimal marginPts(BigDecimal pct, int base) {
        double p = pct.doubleValue() / PERCENT;
        return points(SDS_OF_95_PERCENT * Math.sqrt(p * (1 - p) / base));
    }

    /**
     * Standard deviation of the difference of two shares of one sample: √((p₁+p₂−(p₁−p₂)²)/n).
     *
     * @param base people asked, 1 or more
     * @return percentage points to {@value #DECIMALS} decimals
     */
    public static BigDecimal ofLeadPts(BigDecimal firstPct, BigDecimal secondPct, int base) {
        double first = firstPct.doubleValue() / PERCENT;
        double second = secondPct.doubleValue() / PERCENT;
        double lead = first - second;
        return points(Math.sqrt((first + second - lead * lead) / base));
    }

    private static BigDecimal points(double fraction) {
        return Share.plain(BigDecimal.valueOf(fraction * PERCENT).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
