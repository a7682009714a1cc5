package uk.hustings.polls.average.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hipparchus.filtering.kalman.Measurement;
import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.linear.LinearEvolution;
import org.hipparchus.filtering.kalman.linear.LinearKalmanFilter;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Follows one party's share through its polls: a Kalman filter whose state is the share, which walks at random from day
 * to day, and an effect of each pollster around it (Jackman 2005, "Pooling the polls over an election campaign"), which is
 * forgotten over the years, so that pollsters who have gone or changed their ways do not speak for ever.
 * More polls never make it less certain.
 */
final class OpinionFilter {

    /** Before the first poll: a share may be anything. Points. */
    private static final double ANYTHING_SD = 100;

    private final String party;
    private final List<String> houses;
    private final AverageParameters parameters;

    private OpinionFilter(String party, List<String> houses, AverageParameters parameters) {
        this.party = party;
        this.houses = houses;
        this.parameters = parameters;
    }

    /**
     * What the filter knew at the end of each day on which a poll ended.
     *
     * @param logLikelihood of all polls but the first, each given those before it
     */
    record Track(List<String> houses, TreeMap<LocalDate, Known> days, double logLikelihood) {}

    /** The share and then the effect of each house, with their variances; the whole covariances would take megabytes. */
    record Known(double[] state, double[] variances) {

        private static Known of(ProcessEstimate estimate) {
            RealMatrix covariance = estimate.getCovariance();
            double[] variances = new double[covariance.getRowDimension()];
            Arrays.setAll(variances, place -> covariance.getEntry(place, place));
            return new Known(estimate.getState().toArray(), variances);
        }
    }

    /** @param polls that report the party, by end of fieldwork, at least one */
    static Track follow(String party, List<NationalPoll> polls, AverageParameters parameters) {
        TreeSet<String> houses = new TreeSet<>();
        polls.forEach(poll -> houses.add(poll.house()));
        return new OpinionFilter(party, List.copyOf(houses), parameters).follow(polls);
    }

    private Track follow(List<NationalPoll> polls) {
        LinearKalmanFilter<Observation> filter =
                new LinearKalmanFilter<>(new CholeskyDecomposer(1e-15, 1e-15), this::evolution, before(polls.get(0)));
        TreeMap<LocalDate, Known> days = new TreeMap<>();
        List<Double> surprises = new ArrayList<>();
        LocalDate last = polls.get(0).end();
        for (NationalPoll poll : polls) {
            ProcessEstimate estimate =
                    filter.estimationStep(new Observation(poll, ChronoUnit.DAYS.between(last, poll.end())));
            last = poll.end();
            days.put(last, Known.of(estimate));
            surprises.add(logDensity(poll, filter.getPredicted(), estimate));
        }
        double logLikelihood =
                surprises.stream().skip(1).mapToDouble(Double::doubleValue).sum();
        return new Track(houses, days, logLikelihood);
    }

    private ProcessEstimate before(NationalPoll first) {
        RealMatrix covariance = MatrixUtils.createRealIdentityMatrix(houses.size() + 1)
                .scalarMultiply(parameters.houseSd() * parameters.houseSd());
        covariance.setEntry(0, 0, ANYTHING_SD * ANYTHING_SD);
        RealVector state = new ArrayRealVector(houses.size() + 1);
        state.setEntry(0, first.sharesPct().get(party));
        return new ProcessEstimate(first.end().toEpochDay(), state, covariance);
    }

    private LinearEvolution evolution(Observation observation) {
        int size = houses.size() + 1;
        double kept = Math.exp(-observation.daysSinceLast / parameters.houseMemoryDays());
        RealMatrix transition = MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(kept);
        RealMatrix noise = MatrixUtils.createRealIdentityMatrix(size)
                .scalarMultiply(parameters.houseSd() * parameters.houseSd() * (1 - kept * kept));
        transition.setEntry(0, 0, 1);
        noise.setEntry(0, 0, parameters.driftSd() * parameters.driftSd() * observation.daysSinceLast);
        RealMatrix seen = new Array2DRowRealMatrix(1, size);
        seen.setEntry(0, 0, 1);
        seen.setEntry(0, 1 + houses.indexOf(observation.poll.house()), 1);
        return new LinearEvolution(transition, new Array2DRowRealMatrix(size, 1), new ArrayRealVector(1), noise, seen);
    }

    private double logDensity(NationalPoll poll, ProcessEstimate predicted, ProcessEstimate corrected) {
        int house = 1 + houses.indexOf(poll.house());
        RealVector state = predicted.getState();
        double surprise = poll.sharesPct().get(party) - state.getEntry(0) - state.getEntry(house);
        double variance = corrected.getInnovationCovariance().getEntry(0, 0);
        return -0.5 * (Math.log(2 * Math.PI * variance) + surprise * surprise / variance);
    }

    private final class Observation implements Measurement {

        private final NationalPoll poll;
        private final long daysSinceLast;

        Observation(NationalPoll poll, long daysSinceLast) {
            this.poll = poll;
            this.daysSinceLast = daysSinceLast;
        }

        @Override
        public double getTime() {
            return poll.end().toEpochDay();
        }

        @Override
        public RealVector getValue() {
            return new ArrayRealVector(new double[] {poll.sharesPct().get(party)});
        }

        @Override
        public RealMatrix getCovariance() {
            double pct = poll.sharesPct().get(party);
            double sampling = parameters.designEffect() * ShareScale.squared(pct) * 2400 / poll.sampleSize();
            return new Array2DRowRealMatrix(new double[][] {{sampling}});
        }
    }
}
