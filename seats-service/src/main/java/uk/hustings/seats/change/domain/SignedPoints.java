package uk.hustings.seats.change.domain;

import uk.hustings.seats.election.domain.Points;

/** Percentage points that may be below 0, to four decimals, halves rounded away from 0 on either side. */
public final class SignedPoints {

    private static final double DECIMALS = 1e4;

    private SignedPoints() {}

    /**
     * @param part of {@code whole}, of either sign
     * @param whole more than 0
     */
    static double of(long part, long whole) {
        // Rounding up on both sides would break the symmetry of a swing; subtracting from 0 gives no -0.
        return part < 0 ? 0 - Points.of(-part, whole) : Points.of(part, whole);
    }

    /** These points to four decimals. */
    public static double rounded(double points) {
        double size = Math.round(Math.abs(points) * DECIMALS) / DECIMALS;
        return points < 0 ? 0 - size : size;
    }
}
