package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Who won what in the elections drawn, and how shares were spread. Seats are written apart, each by one thread. */
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
    private final ThreadLocal<Tally> tallies;

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

    /** What one thread collects of the seat at hand. */
    private static final class Tally {
        private final int[][] bins;
        private double leads;
        private double squaredLeads;

        Tally(int parties) {
            this.bins = new int[parties][BINS];
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
        this.tallies = ThreadLocal.withInitial(() -> new Tally(field.partyCount()));
    }

    /** @param shares of those who stand, adding up to 100 */
    void record(int seat, int election, int[] standing, double[] shares) {
        Tally tally = tallies.get();
        double lead = 0;
        int first = -1;
        for (int place = 0; place < standing.length; place++) {
            lead += standing[place] == pairs[seat].first ? shares[place] : 0;
            lead -= standing[place] == pairs[seat].second ? shares[place] : 0;
            tally.bins[standing[place]][(int) (shares[place] * BINS_A_POINT + 0.5)]++;
            // The bucket wins nothing: it is many.
            if (standing[place] != field.other() && (first < 0 || shares[place] > shares[first])) {
                first = place;
            }
        }
        tally.leads += lead;
        tally.squaredLeads += lead * lead;
        winners[seat][election] = (byte) (first < 0 ? field.other() : standing[first]);
        if (election < MARGINS_KEPT) {
            for (int rival = 0; rival < rivals.length; rival++) {
                margins[rival][seat][election] = margin(rivals[rival], standing, shares);
            }
        }
    }

    /** To be called when all elections of a seat are recorded, by the thread that did so. */
    void close(int seat, int[] standing) {
        int parties = field.partyCount();
        Tally tally = tallies.get();
        double[] meanPct = new double[parties];
        double[] lowPct = new double[parties];
        double[] highPct = new double[parties];
        for (int party : standing) {
            meanPct[party] = mean(tally.bins[party]);
            lowPct[party] = quantile(tally.bins[party], 0.05);
            highPct[party] = quantile(tally.bins[party], 0.95);
            Arrays.fill(tally.bins[party], 0);
        }
        int[] wins = new int[parties];
        for (byte winner : winners[seat]) {
            wins[winner]++;
        }
        double leadPts = tally.leads / elections;
        double leadSd = Math.sqrt(Math.max(0, tally.squaredLeads / elections - leadPts * leadPts));
        tally.leads = 0;
        tally.squaredLeads = 0;
        draws[seat] = new SeatDraws(meanPct, lowPct, highPct, wins, pairs[seat], leadPts, leadSd);
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
            int[] tipped = new int[field.seatCount()];
            for (int election = 0; election < kept; election++) {
                tipped[tipping(margins[rival], election, needed)]++;
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
