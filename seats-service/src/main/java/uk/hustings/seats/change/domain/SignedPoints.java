package uk.hustings.seats.change.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import uk.hustings.seats.election.domain.Points;

/** Percentage points that may be below 0, to four decimals, halves rounded away from 0 on either side. */
public final class SignedPoints {

    private static final int PLACES = 4;
    private static final double DECIMALS = 1e4;
    private static final BigInteger PERCENT = BigInteger.valueOf(100);

    private SignedPoints() {}

    /**
     * @param part of {@code whole}, of either sign
     * @param whole more than 0
     */
    static double of(long part, long whole) {
        // Rounding up on both sides would break the symmetry of a swing; subtracting from 0 gives no -0.
        return part < 0 ? 0 - Points.of(-part, whole) : Points.of(part, whole);
    }

    /**
     * What a share gained: 100 × (after / wholeAfter - before / wholeBefore), exact until it is rounded. Products of
     * votes are more than a {@code long} holds from some two billion votes on each side.
     *
     * @param wholeAfter more than 0
     * @param wholeBefore more than 0
     */
    static double gained(long after, long wholeAfter, long before, long wholeBefore) {
        BigInteger gained = product(after, wholeBefore).subtract(product(before, wholeAfter));
        return new BigDecimal(gained.multiply(PERCENT))
                .divide(new BigDecimal(product(wholeBefore, wholeAfter)), PLACES, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    /** These points to four decimals. */
    public static double rounded(double points) {
        double size = Math.round(Math.abs(points) * DECIMALS) / DECIMALS;
        return points < 0 ? 0 - size : size;
    }
}
