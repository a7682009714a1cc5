package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The least concave function above the value of votes in a seat, as a few straight pieces. Where a seat is far behind, its
 * value rises ever faster at first; a linear program needs it concave.
 *
 * @param votes ends of the pieces, rising from 0
 * @param values there, from 0; each piece rises less than the one before
 */
record Envelope(double[] votes, double[] values) {

    private static final int SAMPLES = 96;
    private static final int PIECES = 14;
    private static final int SAMPLES_NEARBY = 24;

    /** How much more or less than what was planned is sampled densely. */
    private static final double NEARBY = 0.2;

    /** Of all that a seat can gain, how close to it the samples come: the last bit takes votes without end. */
    private static final double NEARLY_ALL = 1 - 1e-9;

    /** @param mostVotes that can be brought there */
    static Envelope of(SeatReturn seat, double mostVotes) {
        return hull(seat, sampled(seat, mostVotes)).thinned();
    }

    /**
     * With more pieces around the votes of a first solution.
     *
     * @param planned votes of that solution
     */
    static Envelope around(SeatReturn seat, double mostVotes, double planned) {
        double[] coarse = of(seat, mostVotes).votes;
        double low = planned * (1 - NEARBY);
        double high = planned > 0 ? planned * (1 + NEARBY) : mostVotes / SAMPLES;
        DoubleStream nearby = DoubleStream.iterate(0, place -> place <= SAMPLES_NEARBY, place -> place + 1)
                .map(place -> low + (high - low) * place / SAMPLES_NEARBY)
                .filter(votes -> votes <= mostVotes);
        return hull(
                seat,
                DoubleStream.concat(Arrays.stream(coarse), nearby)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    int pieces() {
        return votes.length - 1;
    }

    double length(int piece) {
        return votes[piece + 1] - votes[piece];
    }

    double slope(int piece) {
        return (values[piece + 1] - values[piece]) / length(piece);
    }

    /** Evenly spread over what can be gained, not over votes: the last votes gain next to nothing. */
    private static double[] sampled(SeatReturn seat, double mostVotes) {
        double most = seat.gainPts(mostVotes);
        if (most <= 0) {
            return new double[] {0};
        }
        double ceiling = seat.votesCeiling();
        double share = Math.min(NEARLY_ALL, most / seat.maxGainPts());
        double[] votes = new double[SAMPLES + 1];
        for (int sample = 1; sample < SAMPLES; sample++) {
            votes[sample] = Math.min(mostVotes, -ceiling * Math.log1p(-share * sample / SAMPLES));
        }
        votes[SAMPLES] = mostVotes;
        return Arrays.stream(votes).distinct().toArray();
    }

    private static Envelope hull(SeatReturn seat, double[] votes) {
        List<double[]> hull = new ArrayList<>();
        for (double vote : votes) {
            double[] point = {vote, seat.value(vote)};
            while (hull.size() > 1 && !isAbove(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(point);
        }
        return new Envelope(
                hull.stream().mapToDouble(point -> point[0]).toArray(),
                hull.stream().mapToDouble(point -> point[1]).toArray());
    }

    /** Whether the middle point lies above the line between the others. */
    private static boolean isAbove(double[] before, double[] middle, double[] after) {
        return (middle[1] - before[1]) * (after[0] - before[0]) > (after[1] - before[1]) * (middle[0] - before[0]);
    }

    /** Leaves out, one by one, the points whose loss changes it least. */
    private Envelope thinned() {
        int left = votes.length;
        double[] x = votes.clone();
        double[] y = values.clone();
        while (left - 1 > PIECES) {
            int least = 1;
            double smallest = Double.POSITIVE_INFINITY;
            for (int point = 1; point < left - 1; point++) {
                double share = (x[point] - x[point - 1]) / (x[point + 1] - x[point - 1]);
                double loss = y[point] - (y[point - 1] + share * (y[point + 1] - y[point - 1]));
                if (loss < smallest) {
                    smallest = loss;
                    least = point;
                }
            }
            System.arraycopy(x, least + 1, x, least, left - least - 1);
            System.arraycopy(y, least + 1, y, least, left - least - 1);
            left--;
        }
        return new Envelope(Arrays.copyOf(x, left), Arrays.copyOf(y, left));
    }
}
