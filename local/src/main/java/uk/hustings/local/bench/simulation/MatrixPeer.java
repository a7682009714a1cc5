package uk.hustings.local.bench.simulation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import uk.hustings.polls.forecast.domain.FactorModel;

/**
 * The same model drawn from as one would with a library for matrices: what all seats share is the product of a matrix of
 * random numbers, elections by factors, with one of loadings, factors by candidates. Candidates are those parties that stand
 * in a seat. Blocks of elections are drawn side by side, with the generator that the forecast uses, and no more is made of
 * them than who won what and the mean shares.
 */
final class MatrixPeer {

    /** So that a block's products stay in the processor's cache, or nearly. */
    private static final int BLOCK = 100;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final FactorModel model;
    /** Of each candidate, seat by seat; the last one ends behind the last candidate. */
    private final int[] firstOfSeat;

    private final int[] party;
    private final double[] mean;
    private final double[] sd;
    private final RealMatrix loadings;

    /**
     * What came of it.
     *
     * @param wins by seat and party: how many elections
     * @param meanPct by seat and party
     * @param seatsWon by election and party
     * @param multiplyingSeconds processor time that went into products, all threads together
     */
    record Drawn(int[][] wins, double[][] meanPct, int[][] seatsWon, double multiplyingSeconds) {}

    /** What one block adds to that. */
    private record Block(int[][] wins, double[][] sums, int[][] seatsWon) {}

    MatrixPeer(FactorModel model) {
        this.model = model;
        int seats = model.seats().size();
        this.firstOfSeat = new int[seats + 1];
        List<int[]> candidates = new ArrayList<>();
        for (int seat = 0; seat < seats; seat++) {
            for (int each = 0; each < model.parties().size(); each++) {
                if (model.meanPct()[seat][each] > 0) {
                    candidates.add(new int[] {seat, each});
                }
            }
            firstOfSeat[seat + 1] = candidates.size();
        }
        this.party = candidates.stream().mapToInt(candidate -> candidate[1]).toArray();
        this.mean = ofCandidates(model.meanPct(), candidates);
        this.sd = ofCandidates(model.sd(), candidates);
        List<double[]> rows = model.loadings().stream()
                .map(factor -> ofCandidates(factor, candidates))
                .filter(row -> IntStream.range(0, row.length).anyMatch(place -> row[place] != 0))
                .toList();
        this.loadings = MatrixUtils.createRealMatrix(rows.size(), party.length);
        for (int factor = 0; factor < rows.size(); factor++) {
            loadings.setRow(factor, rows.get(factor));
        }
    }

    private static double[] ofCandidates(double[][] bySeatAndParty, List<int[]> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> bySeatAndParty[candidate[0]][candidate[1]])
                .toArray();
    }

    int factors() {
        return loadings.getRowDimension();
    }

    int candidates() {
        return party.length;
    }

    Drawn draw(int elections, long seed) {
        int blocks = (elections + BLOCK - 1) / BLOCK;
        int[][] wins = new int[model.seats().size()][model.parties().size()];
        double[][] sums = new double[wins.length][model.parties().size()];
        int[][] seatsWon = new int[elections][];
        LongAdder multiplying = new LongAdder();
        IntStream.range(0, blocks).parallel().forEach(number -> {
            int from = number * BLOCK;
            Block block = draw(Math.min(BLOCK, elections - from), seed + number, multiplying);
            System.arraycopy(block.seatsWon, 0, seatsWon, from, block.seatsWon.length);
            synchronized (wins) {
                add(block, wins, sums);
            }
        });
        for (double[] ofSeat : sums) {
            for (int each = 0; each < ofSeat.length; each++) {
                ofSeat[each] /= elections;
            }
        }
        return new Drawn(wins, sums, seatsWon, multiplying.sum() / 1e9);
    }

    private Block draw(int elections, long seed, LongAdder multiplying) {
        NormalizedGaussianSampler normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.L64_X128_MIX.create(seed));
        RealMatrix factors = MatrixUtils.createRealMatrix(elections, loadings.getRowDimension());
        for (int election = 0; election < elections; election++) {
            for (int factor = 0; factor < loadings.getRowDimension(); factor++) {
                factors.setEntry(election, factor, normal.sample());
            }
        }
        long before = THREADS.getCurrentThreadCpuTime();
        RealMatrix errors = factors.multiply(loadings);
        multiplying.add(THREADS.getCurrentThreadCpuTime() - before);
        int[][] wins = new int[model.seats().size()][model.parties().size()];
        double[][] sums = new double[wins.length][model.parties().size()];
        int[][] seatsWon = new int[elections][model.parties().size()];
        for (int election = 0; election < elections; election++) {
            double[] pct = errors.getRow(election);
            for (int place = 0; place < pct.length; place++) {
                pct[place] = Math.max(0, mean[place] + pct[place] + sd[place] * normal.sample());
            }
            for (int seat = 0; seat < wins.length; seat++) {
                count(seat, pct, sums[seat], wins[seat], seatsWon[election]);
            }
        }
        return new Block(wins, sums, seatsWon);
    }

    private void count(int seat, double[] pct, double[] sums, int[] wins, int[] seatsWon) {
        int bucket = sums.length - 1;
        double sum = 0;
        for (int place = firstOfSeat[seat]; place < firstOfSeat[seat + 1]; place++) {
            sum += pct[place];
        }
        int first = -1;
        for (int place = firstOfSeat[seat]; place < firstOfSeat[seat + 1]; place++) {
            sums[party[place]] += sum == 0 ? 0 : pct[place] * 100 / sum;
            if (party[place] != bucket && (first < 0 || pct[place] > pct[first])) {
                first = place;
            }
        }
        int winner = first < 0 ? bucket : party[first];
        wins[winner]++;
        seatsWon[winner]++;
    }

    private static void add(Block block, int[][] wins, double[][] sums) {
        for (int seat = 0; seat < wins.length; seat++) {
            for (int each = 0; each < wins[seat].length; each++) {
                wins[seat][each] += block.wins[seat][each];
                sums[seat][each] += block.sums[seat][each];
            }
        }
    }
}
