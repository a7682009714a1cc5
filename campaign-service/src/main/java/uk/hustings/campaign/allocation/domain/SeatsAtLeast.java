package uk.hustings.campaign.allocation.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes it more likely that we win at least so many seats. The chance is smoothed, its slope in the lead of each seat taken
 * over all simulated elections together, and the plan found that gains most by these slopes; then again from there. Such a
 * plan is the best near it; nothing is known of others far away.
 */
public final class SeatsAtLeast {

    private static final int ROUNDS = 3;

    /** A seat is half won at a lead of nought, and nearly won or lost two points away. */
    private static final double SEAT_SMOOTHING_PTS = 2;

    /** The same for the number of seats. */
    private static final double TOTAL_SMOOTHING_SEATS = 4;

    private static final double HALF_A_SEAT = 0.5;

    private final Optimiser optimiser;
    private final JointDraws draws;
    private final int seatsWanted;

    /**
     * @param draws in which the plan is chosen, seats in the order of their codes as in the model
     * @param seatsWanted 1 or more
     */
    public SeatsAtLeast(Optimiser optimiser, JointDraws draws, int seatsWanted) {
        this.optimiser = optimiser;
        this.draws = draws;
        this.seatsWanted = seatsWanted;
    }

    /**
     * What came out.
     *
     * @param plan the best of all rounds, on the choosing elections
     * @param localGap of the last linear program: how much of its gain is missing; no bound on other plans
     */
    public record Result(Plan plan, double localGap) {}

    /**
     * @param model whose seats are those of the draws; its win curves are not used
     * @param candidates plans that may be better, for example the peers'
     * @throws LinearSolver.NoSolution as {@link Optimiser#optimise}
     */
    public Result optimise(AllocationModel model, List<Plan> candidates) {
        List<Plan> plans = new ArrayList<>(candidates);
        double[] gains = new double[model.seats().size()];
        Optimiser.Found found = null;
        for (int round = 0; round < ROUNDS; round++) {
            double[] slopes = slopes(gains);
            AllocationModel linear = model.withCurves(seat -> new LinearWorth(slopes[seat]));
            found = optimiser.find(linear);
            Plan plan = Plan.of(model, found.plan().copyOfUnits());
            gains = plan.gainsPts();
            plans.add(plan);
        }
        Plan best = plans.stream()
                .max(Comparator.comparingDouble(plan -> smoothedChance(plan.gainsPts())))
                .orElseThrow();
        return new Result(
                best, Optimiser.relativeGap(found.bound(), found.plan().gain()));
    }

    /** The smoothed chance of winning at least so many seats. */
    private double smoothedChance(double[] gains) {
        double[] totals = smoothedTotals(gains);
        double sum = 0;
        for (double total : totals) {
            sum += StandardNormal.cumulative((total - seatsWanted + HALF_A_SEAT) / TOTAL_SMOOTHING_SEATS);
        }
        return sum / totals.length;
    }

    /** By how much the chance rises with one point of lead, by seat. */
    private double[] slopes(double[] gains) {
        double[] totals = smoothedTotals(gains);
        double[] onEdge = new double[totals.length];
        for (int election = 0; election < totals.length; election++) {
            double away = (totals[election] - seatsWanted + HALF_A_SEAT) / TOTAL_SMOOTHING_SEATS;
            onEdge[election] = StandardNormal.density(away) / TOTAL_SMOOTHING_SEATS / totals.length;
        }
        double[] slopes = new double[gains.length];
        for (int seat = 0; seat < slopes.length; seat++) {
            short[] leads = draws.leads()[seat];
            double sum = 0;
            for (int election = 0; election < onEdge.length; election++) {
                if (onEdge[election] > 0) {
                    sum += onEdge[election]
                            * StandardNormal.density((leads[election] / 100.0 + gains[seat]) / SEAT_SMOOTHING_PTS);
                }
            }
            slopes[seat] = sum / SEAT_SMOOTHING_PTS;
        }
        return slopes;
    }

    private double[] smoothedTotals(double[] gains) {
        double[] totals = new double[draws.elections()];
        for (int seat = 0; seat < gains.length; seat++) {
            short[] leads = draws.leads()[seat];
            for (int election = 0; election < totals.length; election++) {
                totals[election] +=
                        StandardNormal.tabledCumulative((leads[election] / 100.0 + gains[seat]) / SEAT_SMOOTHING_PTS);
            }
        }
        return totals;
    }
}
