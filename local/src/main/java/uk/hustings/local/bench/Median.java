package uk.hustings.local.bench;

import java.util.Arrays;

/** Of several rounds the middle one, which a disturbed round does not move. */
public final class Median {

    private Median() {}

    /** @param figures one or more; of an even number it lies between the middle two */
    public static double of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
