package uk.hustings.campaign.allocation.domain;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
final class StandardNormal {

    private static final int FURTHEST = 6;
    private static final int STEPS_PER_DEVIATION = 256;
    private static final double[] TABLE = table();

    private StandardNormal() {}

    /** Φ(x). */
    static double cumulative(double deviations) {
        return Erf.erfc(-deviations / Math.sqrt(2)) / 2;
    }

    /** Φ(x) from a table, exact to 1e-5: for what is asked millions of times. */
    static double tabledCumulative(double deviations) {
        double place = (deviations + FURTHEST) * STEPS_PER_DEVIATION;
        if (place <= 0) {
            return 0;
        }
        int below = (int) place;
        if (below >= TABLE.length - 1) {
            return 1;
        }
        double within = place - below;
        return TABLE[below] + within * (TABLE[below + 1] - TABLE[below]);
    }

    /** φ(x). */
    static double density(double deviations) {
        return Math.exp(-deviations * deviations / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double[] table() {
        double[] table = new double[2 * FURTHEST * STEPS_PER_DEVIATION + 1];
        for (int place = 0; place < table.length; place++) {
            table[place] = cumulative((double) place / STEPS_PER_DEVIATION - FURTHEST);
        }
        return table;
    }
}
