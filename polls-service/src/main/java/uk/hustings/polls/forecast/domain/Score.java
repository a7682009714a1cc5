package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.hustings.polls.forecast.domain.Forecast.SeatForecast;
import uk.hustings.polls.forecast.domain.Forecast.SeatParty;

/**
 * How near a forecast came, over some seats.
 *
 * @param seats how many
 * @param rightWinners in how many the party named as winner won
 * @param brier mean over seats of Σ(p − outcome)² over parties: 0 is perfect, 2 is the worst (Brier 1950)
 * @param logScore mean over seats of −ln p of the winner, p at least {@value #LEAST_PROBABILITY}
 * @param rmsePts of the expected shares of parties that the forecast names and that stood
 * @param coverage of the 90% intervals of those shares: the part that holds the actual share
 */
public record Score(int seats, int rightWinners, double brier, double logScore, double rmsePts, double coverage) {

    /** Who has never been drawn is thought to be possible all the same. */
    static final double LEAST_PROBABILITY = 1e-4;

    /** One seat's part of the scores. */
    record OfSeat(
            String seat, boolean right, double brier, double logLoss, int shares, double squaredError, int covered) {}

    /** @param seats whose scores are put together, at least one */
    static Score of(List<OfSeat> seats) {
        int shares = seats.stream().mapToInt(OfSeat::shares).sum();
        return new Score(
                seats.size(),
                (int) seats.stream().filter(OfSeat::right).count(),
                seats.stream().mapToDouble(OfSeat::brier).average().orElseThrow(),
                seats.stream().mapToDouble(OfSeat::logLoss).average().orElseThrow(),
                Math.sqrt(seats.stream().mapToDouble(OfSeat::squaredError).sum() / Math.max(1, shares)),
                (double) seats.stream().mapToInt(OfSeat::covered).sum() / Math.max(1, shares));
    }

    /**
     * Scores each of the seats that have an outcome, in order of key.
     *
     * @param pick whom the forecast is taken to have named as winner
     */
    static List<OfSeat> each(Forecast forecast, Map<String, Outcome> outcomes, Function<SeatForecast, String> pick) {
        return forecast.seats().stream()
                .filter(seat -> outcomes.containsKey(seat.seat()))
                .map(seat -> of(seat, outcomes.get(seat.seat()), pick.apply(seat)))
                .toList();
    }

    private static OfSeat of(SeatForecast seat, Outcome outcome, String named) {
        double brier = 0;
        double onWinner = 0;
        double squaredError = 0;
        int shares = 0;
        int covered = 0;
        Set<String> known = seat.parties().stream().map(SeatParty::party).collect(Collectors.toSet());
        for (SeatParty party : seat.parties()) {
            boolean won = party.party().equals(outcome.winner());
            brier += Math.pow(party.winProbability() - (won ? 1 : 0), 2);
            onWinner += won ? party.winProbability() : 0;
            Double actual = outcome.sharesPct().get(party.party());
            if (actual != null && !party.party().equals(Field.OTHER)) {
                shares++;
                squaredError += Math.pow(party.meanPct() - actual, 2);
                covered += actual >= party.lowPct() && actual <= party.highPct() ? 1 : 0;
            }
        }
        brier += known.contains(outcome.winner()) ? 0 : 1;
        return new OfSeat(
                seat.seat(),
                outcome.winner().equals(named),
                brier,
                -Math.log(Math.max(LEAST_PROBABILITY, onWinner)),
                shares,
                squaredError,
                covered);
    }

    /**
     * Probabilities that were told, with how often what they spoke of came true.
     *
     * @param from lower bound of the bin
     * @param to upper bound
     * @param told how many probabilities fell into it
     * @param meanProbability of those
     * @param cameTrue the part of them that did
     */
    public record Calibration(double from, double to, int told, double meanProbability, double cameTrue) {

        private static final double[] BOUNDS = {0, 0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98, 1};

        /** Over all parties in all seats that have an outcome; bins that are empty are left out. */
        static List<Calibration> of(Forecast forecast, Map<String, Outcome> outcomes) {
            int bins = BOUNDS.length - 1;
            int[] told = new int[bins];
            int[] trueOnes = new int[bins];
            double[] sums = new double[bins];
            for (SeatForecast seat : forecast.seats()) {
                for (SeatParty party : outcomes.containsKey(seat.seat()) ? seat.parties() : List.<SeatParty>of()) {
                    int bin = binOf(party.winProbability());
                    told[bin]++;
                    sums[bin] += party.winProbability();
                    trueOnes[bin] +=
                            party.party().equals(outcomes.get(seat.seat()).winner()) ? 1 : 0;
                }
            }
            List<Calibration> table = new ArrayList<>();
            for (int bin = 0; bin < bins; bin++) {
                if (told[bin] > 0) {
                    table.add(new Calibration(
                            BOUNDS[bin],
                            BOUNDS[bin + 1],
                            told[bin],
                            sums[bin] / told[bin],
                            (double) trueOnes[bin] / told[bin]));
                }
            }
            return List.copyOf(table);
        }

        private static int binOf(double probability) {
            int bin = 0;
            while (bin < BOUNDS.length - 2 && probability >= BOUNDS[bin + 1]) {
                bin++;
            }
            return bin;
        }
    }
}
