package uk.hustings.campaign.allocation.domain;

/**
 * A win curve from simulated elections: the share of them that we win once our lead is moved. A sample of leads is rough, and
 * an optimiser would chase its bumps, so it is smoothed by a normal kernel whose width follows Silverman's rule (Density
 * Estimation for Statistics and Data Analysis, 1986): 1.06 · s · n^(−1/5). That is 1.2 points for 10,000 leads of a
 * deviation of 7.
 */
public final class DrawnWinCurve implements WinCurve {

    /** Leads are stored in hundredths of a point. */
    private static final double UNITS_PER_POINT = 100;

    private static final double SILVERMAN = 1.06;
    private static final double NARROWEST_PTS = 0.05;

    private static final int STEPS_PER_WIDTH = 16;

    /** Five widths away from nought the kernel is nought or one. */
    private static final int KERNEL_STEPS = 5 * STEPS_PER_WIDTH;

    private static final double[] KERNEL = kernel();

    private final double step;
    private final double[] probabilities;

    private DrawnWinCurve(double step, double[] probabilities) {
        this.step = step;
        this.probabilities = probabilities;
    }

    /**
     * @param leads our lead in each simulated election, in hundredths of a point; at least two
     * @param maxGainPts largest gain that will be asked for, in points, above 0; the curve is flat beyond it
     */
    public static DrawnWinCurve of(short[] leads, double maxGainPts) {
        if (leads.length < 2 || !(maxGainPts > 0)) {
            throw new IllegalArgumentException("%d leads, gains up to %s".formatted(leads.length, maxGainPts));
        }
        double step = kernelWidth(leads) / STEPS_PER_WIDTH;
        int gains = (int) Math.ceil(maxGainPts / step) + 1;
        // A lead takes part where the kernel is not nought for all gains; those above are won in any case.
        int first = -(gains + KERNEL_STEPS);
        int[] counts = new int[gains + 2 * KERNEL_STEPS];
        int won = 0;
        for (short lead : leads) {
            int bin = (int) Math.floor(lead / UNITS_PER_POINT / step);
            if (bin >= KERNEL_STEPS) {
                won++;
            } else if (bin >= first) {
                counts[bin - first]++;
            }
        }
        double[] probabilities = new double[gains];
        for (int gain = 0; gain < gains; gain++) {
            probabilities[gain] = (won + smoothed(counts, first + gain)) / leads.length;
        }
        return new DrawnWinCurve(step, probabilities);
    }

    @Override
    public double probability(double gainPts) {
        double place = gainPts / step;
        int below = (int) place;
        if (below >= probabilities.length - 1) {
            return probabilities[probabilities.length - 1];
        }
        double within = place - below;
        return probabilities[below] * (1 - within) + probabilities[below + 1] * within;
    }

    /** @param first lead of the first bin once the gain is added, in steps */
    private static double smoothed(int[] counts, int first) {
        double sum = 0;
        for (int bin = Math.max(0, -KERNEL_STEPS - first); bin < counts.length; bin++) {
            int lead = first + bin;
            sum += counts[bin] * (lead >= KERNEL_STEPS ? 1 : KERNEL[lead + KERNEL_STEPS]);
        }
        return sum;
    }

    private static double kernelWidth(short[] leads) {
        double sum = 0;
        double squares = 0;
        for (short lead : leads) {
            double pts = lead / UNITS_PER_POINT;
            sum += pts;
            squares += pts * pts;
        }
        double mean = sum / leads.length;
        double sd = Math.sqrt(Math.max(0, squares / leads.length - mean * mean));
        return Math.max(NARROWEST_PTS, SILVERMAN * sd * Math.pow(leads.length, -0.2));
    }

    private static double[] kernel() {
        double[] kernel = new double[2 * KERNEL_STEPS];
        for (int place = 0; place < kernel.length; place++) {
            // The middle of a bin.
            double widths = (place - KERNEL_STEPS + 0.5) / STEPS_PER_WIDTH;
            kernel[place] = StandardNormal.cumulative(widths);
        }
        return kernel;
    }
}
