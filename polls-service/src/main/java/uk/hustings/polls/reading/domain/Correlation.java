package uk.hustings.polls.reading.domain;

import java.util.List;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.util.FastMath;

/**
 * How far two figures of the same polls go together: Pearson's r with its 95% interval by Fisher's transformation,
 * tanh(atanh r ± 1.96/√(n−3)) (Fisher, Statistical Methods for Research Workers). The interval takes the polls for
 * independent of each other.
 *
 * @param n pairs of figures, {@value #FEWEST} or more
 * @param r −1 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Correlation(int n, double r, double low, double high) {

    /** With three there is no interval at all. */
    public static final int FEWEST = 4;

    private static final double SDS_OF_95_PERCENT = 1.96;

    /** Two figures of one poll. */
    public record Pair(Polled polled, double x, double y) {}

    /** @throws Unanswerable ENOUGH with fewer than {@value #FEWEST} pairs, or if either figure never differs */
    public static Correlation of(List<Pair> pairs) {
        if (pairs.size() < FEWEST) {
            throw new Unanswerable(
                    Unanswerable.Lack.ENOUGH,
                    "%d of these polls give both figures. A correlation comes with its interval, which needs %d."
                            .formatted(pairs.size(), FEWEST));
        }
        double[] x = pairs.stream().mapToDouble(Pair::x).toArray();
        double[] y = pairs.stream().mapToDouble(Pair::y).toArray();
        double r = new PearsonsCorrelation().correlation(x, y);
        if (Double.isNaN(r)) {
            throw new Unanswerable(
                    Unanswerable.Lack.ENOUGH, "One of the figures is the same in every poll: nothing goes together.");
        }
        // Rounding may carry a perfect correlation a hair beyond 1.
        double within = Math.max(-1, Math.min(1, r));
        double z = FastMath.atanh(within);
        double margin = SDS_OF_95_PERCENT / Math.sqrt(pairs.size() - 3);
        return new Correlation(pairs.size(), within, FastMath.tanh(z - margin), FastMath.tanh(z + margin));
    }
}
