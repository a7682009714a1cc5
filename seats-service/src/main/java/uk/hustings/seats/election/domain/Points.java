package uk.hustings.seats.election.domain;

/** Percentage points. */
public final class Points {

    private static final double DECIMALS = 1e4;

    private Points() {}

    /**
     * @param part of {@code whole}
     * @param whole more than 0
     * @return 100 × part / whole, to four decimals
     */
    public static double of(long part, long whole) {
        return Math.round(100 * DECIMALS * part / whole) / DECIMALS;
    }
}
