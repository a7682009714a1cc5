package uk.hustings.polls.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as they are shown: in the shortest form that has no more than so many decimals. */
final class Points {

    private static final int DECIMALS = 2;
    private static final int OF_A_CORRELATION = 4;

    private Points() {}

    /** Percentage points to 2 decimals; null if unknown. */
    static BigDecimal of(Double points) {
        return points == null ? null : rounded(BigDecimal.valueOf(points), DECIMALS);
    }

    /** Percentage points to 2 decimals; null if unknown. */
    static BigDecimal of(BigDecimal points) {
        return points == null ? null : rounded(points, DECIMALS);
    }

    /** From −1 to 1, to 4 decimals. */
    static BigDecimal ofCorrelation(double r) {
        return rounded(BigDecimal.valueOf(r), OF_A_CORRELATION);
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        BigDecimal shortest = number.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
