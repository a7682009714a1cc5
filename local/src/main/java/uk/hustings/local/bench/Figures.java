package uk.hustings.local.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What one round gave.
 *
 * @param nanos of each request, ascending
 * @param took from the first request to the last answer
 */
public record Figures(long[] nanos, Duration took) {

    public static Figures of(long[] unsorted, Duration took) {
        long[] sorted = unsorted.clone();
        Arrays.sort(sorted);
        return new Figures(sorted, took);
    }

    public double perSecond() {
        return nanos.length / (took.toNanos() / 1e9);
    }

    /**
     * @param percent 0 to 100
     * @return the time within which that share of requests was answered, in microseconds
     */
    public double percentileMicros(double percent) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.max(0, rank - 1)] / 1e3;
    }
}
