package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Who won what in the elections drawn, and how shares were spread. Seats are counted apart, each by one thread. */
final class SimulatedElections {

    private static final int BINS_A_POINT = 10;
    private static final int BINS = 100 * BINS_A_POINT + 1;
    /** Enough to tell tipping points, which need all margins of an election side by side. */
    private static final int MARGINS_KEPT = 2_000;

    private final Field field;
    private final int elections;
    /** Column of the winner by seat and election. */
    private final byte[][] winners;

    private final float[][][] margins;
    private final int[] rivals;
    private final SeatDraws[] draws;
    private final Pair[] pairs;

    /**
     * One seat's draws.
     *
     * @param lowPct 5th percentile by party, points
     * @param highPct 95th percentile by party, points
     * @param wins by party
     * @param leadPts mean of the lead of the first of {@link #pair} over the second
     * @param leadSd of that lead
     */
    record SeatDraws(
            double[] meanPct,
            double[] lowPct,
            double[] highPct,
            int[] wins,
            Pair pair,
            double leadPts,
            double leadSd) {}

    /** The two parties that are expected to be ahead, as columns; the second is -1 where only one stands. */
    record Pair(int first, int second) {

        static Pair of(double[] meanPct, int other) {
            int first = -1;
            int second = -1;
            for (int party = 0; party < other; party++) {
                if (meanPct[party] > 0 && (first < 0 || meanPct[party] > meanPct[first])) {
                    second = first;
                    first = party;
                } else if (meanPct[party] > 0 && (second < 0 || meanPct[party] > meanPct[second])) {
                    second = party;
                }
            }
            return new Pair(first, second);
        }
    }

    /** @param meanPct expected shares by seat and party */
    SimulatedElections(Field field, double[][] meanPct, int elections) {
        this.field = field;
        this.elections = elections;
        this.winners = new byte[field.seatCount()][elections];
        this.rivals = largestTwo(field);
        this.margins = new float[rivals.length][field.seatCount()][Math.min(MARGINS_KEPT, elections)];
        this.draws = new SeatDraws[field.seatCount()];
        this.pairs = Arrays.stream(meanPct)
                .map(ofSeat -> Pair.of(ofSeat, field.other()))
                .toArray(Pair[]::new);
    }

    /** @param standing columns of the parties that stand in the seat */
    Tally tally(int seat, int[] standing) {
        return new Tally(seat, standing);
    }

    /** Counts the elections of one seat. */
    final class Tally {

        private final int seat;
        private final int[] standing;
        private final Pair pair;
        private final int[][] bins;
        private double leads;
        private double squaredLeads;

        private Tally(int seat, int[] standing) {
            this.seat = seat;
            this.standing = standing;
            this.pair = pairs[seat];
            this.bins = new int[standing.length][BINS];
        }

        /** @param shares of those who stand, adding up to 100 */
        void record(int election, double[] shares) {
            double lead = 0;
            int first = -1;
            for (int place = 0; place < standing.length; place++) {
                lead += standing[place] == pair.first ? shares[place] : 0;
                lead -= standing[place] == pair.second ? shares[place] : 0;
                bins[place][(int) (shares[place] * BINS_A_POINT + 0.5)]++;
                // The bucket wins nothing: it is many.
                if (standing[place] != field.other() && (first < 0 || shares[place] > shares[first])) {
                    first = place;
                }
            }
            leads += lead;
            squaredLeads += lead * lead;
            winners[seat][election] = (byte) (first < 0 ? field.other() : standing[first]);
            if (election < MARGINS_KEPT) {
                for (int rival = 0; rival < rivals.length; rival++) {
                    margins[rival][seat][election] = margin(rivals[rival], standing, shares);
                }
            }
        }

        /** To be called when all elections of the seat are recorded. */
        void close() {
            double[] meanPct = new double[field.partyCount()];
            double[] lowPct = new double[field.partyCount()];
            double[] highPct = new double[field.partyCount()];
            for (int place = 0; place < standing.length; place++) {
                meanPct[standing[place]] = mean(bins[place]);
                lowPct[standing[place]] = quantile(bins[place], 0.05);
                highPct[standing[place]] = quantile(bins[place], 0.95);
            }
            int[] wins = new int[field.partyCount()];
            for (byte winner : winners[seat]) {
                wins[winner]++;
            }
            double leadPts = leads / elections;
            double leadSd = Math.sqrt(Math.max(0, squaredLeads / elections - leadPts * leadPts));
            draws[seat] = new SeatDraws(meanPct, lowPct, highPct, wins, pair, leadPts, leadSd);
        }
    }

    SeatDraws of(int seat) {
        return draws[seat];
    }

    int elections() {
        return elections;
    }

    /** Seats won by each party in each election: by party, then election. */
    int[][] seatsWon() {
        int[][] won = new int[field.partyCount()][elections];
        for (byte[] ofSeat : winners) {
            for (int election = 0; election < elections; election++) {
                won[ofSeat[election]][election]++;
            }
        }
        return won;
    }

    /**
     * How often each seat was the one that gave a party its majority, its seats put in order of margin; for the two
     * largest parties.
     *
     * @param needed seats that make a majority
     * @return by party, the seats' numbers with their frequency from 0 to 1, most frequent first
     */
    Map<String, List<Map.Entry<Integer, Double>>> tippingPoints(int needed) {
        Map<String, List<Map.Entry<Integer, Double>>> points = new TreeMap<>();
        for (int rival = 0; rival < rivals.length && needed <= field.seatCount(); rival++) {
            int kept = margins[rival][0].length;
            float[][] ofRival = margins[rival];
            int[] tipped = new int[field.seatCount()];
            for (int seat : IntStream.range(0, kept)
                    .parallel()
                    .map(election -> tipping(ofRival, election, needed))
                    .toArray()) {
                tipped[seat]++;
            }
            List<Map.Entry<Integer, Double>> seats = new ArrayList<>();
            for (int seat = 0; seat < tipped.length; seat++) {
                if (tipped[seat] > 0) {
                    seats.add(Map.entry(seat, (double) tipped[seat] / kept));
                }
            }
            seats.sort(
                    Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            points.put(field.parties.get(rivals[rival]), seats);
        }
        return points;
    }

    private static int tipping(float[][] margins, int election, int needed) {
        float[] sorted = new float[margins.length];
        for (int seat = 0; seat < margins.length; seat++) {
            sorted[seat] = margins[seat][election];
        }
        Arrays.sort(sorted);
        float at = sorted[margins.length - needed];
        return IntStream.range(0, margins.length)
                .filter(seat -> margins[seat][election] == at)
                .findFirst()
                .orElseThrow();
    }

    private static float margin(int party, int[] standing, double[] shares) {
        double own = 0;
        double best = 0;
        for (int place = 0; place < standing.length; place++) {
            if (standing[place] == party) {
                own = shares[place];
            } else {
                best = Math.max(best, shares[place]);
            }
        }
        return (float) (own - best);
    }

    private static int[] largestTwo(Field field) {
        return IntStream.range(0, field.other())
                .filter(party -> field.tracked[party])
                .boxed()
                .sorted(Comparator.comparing((Integer party) -> -field.nationalBaselinePct(party)))
                .limit(2)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double mean(int[] counts) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += (double) counts[bin] * bin;
        }
        return sum / BINS_A_POINT / elections;
    }

    /** Within the bin as if it were spread evenly over it. */
    private double quantile(int[] counts, double level) {
        double wanted = level * elections;
        double seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (seen + counts[bin] >= wanted && counts[bin] > 0) {
                double within = (wanted - seen) / counts[bin] - 0.5;
                return Math.min(100, Math.max(0, (bin + within) / BINS_A_POINT));
            }
            seen += counts[bin];
        }
        return 100;
    }
}
