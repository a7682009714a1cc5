package uk.hustings.campaign.allocation.domain;

import java.util.Arrays;
import java.util.BitSet;
import uk.hustings.campaign.allocation.domain.LinearSolver.Solution;

/**
 * The linear program of a model: units of each option, and for each seat the pieces of its envelope that the votes of these
 * units fill. Rows are the supplies, what stays at home, the limits of seats, and the balance of votes of each seat.
 */
final class EnvelopeProgram {

    /** What the bounds of supplies, homes and limits are worth, as far as they bind. */
    record Prices(double[] supplies, double[] homes, double[] limits) {}

    private final AllocationModel model;
    private final LinearProgram program = new LinearProgram();

    /** The steepest slope. Solvers work badly with objectives that are all near nought. */
    private final double scale;

    private final int supplyRows;
    private final int homeRows;
    private final int limitRows;

    /**
     * @param envelopes by seat
     * @param closed options that may not be used
     */
    EnvelopeProgram(AllocationModel model, Envelope[] envelopes, BitSet closed) {
        this.model = model;
        this.scale = steepest(envelopes);
        for (int option = 0; option < model.options().size(); option++) {
            WorkOption work = model.options().get(option);
            program.variable(work.min(), closed.get(option) ? work.min() : model.mostUnits(option), 0);
        }
        this.supplyRows = program.rows();
        for (Supply supply : model.supplies()) {
            program.row(Double.NEGATIVE_INFINITY, supply.units());
        }
        this.homeRows = program.rows();
        for (Supply supply : model.supplies()) {
            program.row(supply.leastAtHome(), Double.POSITIVE_INFINITY);
        }
        this.limitRows = program.rows();
        for (SeatLimit limit : model.limits()) {
            program.row(Double.NEGATIVE_INFINITY, limit.max());
        }
        int balances = program.rows();
        for (Envelope envelope : envelopes) {
            int balance = program.row(Double.NEGATIVE_INFINITY, 0);
            for (int piece = 0; piece < envelope.pieces(); piece++) {
                program.entry(balance, program.variable(0, envelope.length(piece), envelope.slope(piece) / scale), 1);
            }
        }
        addOptions(balances);
    }

    private static double steepest(Envelope[] envelopes) {
        double steepest = 0;
        for (Envelope envelope : envelopes) {
            steepest = envelope.pieces() == 0 ? steepest : Math.max(steepest, envelope.slope(0));
        }
        return steepest == 0 ? 1 : steepest;
    }

    private void addOptions(int balances) {
        for (int option = 0; option < model.options().size(); option++) {
            WorkOption work = model.options().get(option);
            int supply = model.supplyOf(option);
            int seat = model.seatOf(option);
            program.entry(supplyRows + supply, option, 1);
            if (work.home()) {
                program.entry(homeRows + supply, option, 1);
            }
            for (int limit : model.limitsOfSeat(seat)) {
                double amount = work.perUnit(model.limits().get(limit).measure());
                if (amount > 0) {
                    program.entry(limitRows + limit, option, amount);
                }
            }
            if (work.votesPerUnit() > 0) {
                program.entry(balances + seat, option, -work.votesPerUnit());
            }
        }
    }

    Solution solve(LinearSolver solver) {
        return solver.solve(program);
    }

    /** A solver's rounding may leave a little less than the least. */
    Plan plan(Solution solution) {
        double[] units = new double[model.options().size()];
        for (int option = 0; option < units.length; option++) {
            WorkOption work = model.options().get(option);
            units[option] = Math.min(work.max(), Math.max(work.min(), solution.values()[option]));
        }
        return Plan.of(model, units);
    }

    Prices prices(Solution solution) {
        double[] duals =
                Arrays.stream(solution.duals()).map(dual -> dual * scale).toArray();
        return new Prices(
                Arrays.copyOfRange(duals, supplyRows, homeRows),
                Arrays.copyOfRange(duals, homeRows, limitRows),
                Arrays.copyOfRange(duals, limitRows, limitRows + model.limits().size()));
    }
}
