package uk.hustings.polls.average.domain;

/**
 * How large errors of a share are, relative to those of a share of 40 points: in proportion to √(p(100−p)), as the
 * errors of a sample are.
 */
public final class ShareScale {

    /** Shares beyond these have the errors of these: nobody is certain of the last point. */
    private static final double SMALLEST = 1.5;

    private static final double LARGEST = 98.5;
    private static final double UNIT = 40.0 * 60.0;

    private ShareScale() {}

    /**
     * @param pct percentage points
     * @return 1 at 40 and 60 points, 0.61 at 10
     */
    public static double of(double pct) {
        return Math.sqrt(squared(pct));
    }

    /** The square of {@link #of}: how large variances are. */
    public static double squared(double pct) {
        double p = Math.min(LARGEST, Math.max(SMALLEST, pct));
        return p * (100 - p) / UNIT;
    }
}
