package uk.hustings.local.bench.allocation;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.campaign.allocation.domain.AllocationModel;
import uk.hustings.campaign.allocation.domain.SeatReturn;
import uk.hustings.campaign.allocation.domain.Supply;
import uk.hustings.campaign.allocation.domain.WorkOption;

/**
 * The same model as somebody would write it for a solver of integer programs: straight pieces for each seat's value, a yes or no
 * for each move. SCIP may take ten seconds.
 */
final class ScipPeer {

    private static final int PIECES = 16;
    private static final int MILLISECONDS = 10_000;

    private ScipPeer() {}

    /** @param gain NaN if no plan was found in time */
    record Found(double gain, double seconds) {}

    static Found solve(AllocationModel model) {
        long begun = System.nanoTime();
        MPSolver solver = MPSolver.createSolver("SCIP");
        try {
            solver.setTimeLimit(MILLISECONDS);
            MPVariable[] units = new Program(solver, model).units;
            MPSolver.ResultStatus status = solver.solve();
            boolean found = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
            return new Found(found ? gain(model, units) : Double.NaN, (System.nanoTime() - begun) / 1e9);
        } finally {
            solver.delete();
        }
    }

    /** By the true values, not by the pieces. */
    private static double gain(AllocationModel model, MPVariable[] units) {
        Map<String, Double> votes = new HashMap<>();
        for (int option = 0; option < units.length; option++) {
            WorkOption work = model.options().get(option);
            votes.merge(work.seatCode(), work.votesPerUnit() * units[option].solutionValue(), Double::sum);
        }
        return model.seats().stream()
                .mapToDouble(seat -> seat.value(Math.max(0, votes.getOrDefault(seat.seatCode(), 0.0))))
                .sum();
    }

    private static final class Program {

        private final MPSolver solver;
        private final AllocationModel model;
        private final MPVariable[] units;

        Program(MPSolver solver, AllocationModel model) {
            this.solver = solver;
            this.model = model;
            this.units = new MPVariable[model.options().size()];
            solver.objective().setMaximization();
            Map<String, MPConstraint> supplies = new HashMap<>();
            Map<String, MPConstraint> homes = new HashMap<>();
            Map<String, MPConstraint> targets = new HashMap<>();
            for (Supply supply : model.supplies()) {
                supplies.put(supply.id(), solver.makeConstraint(Double.NEGATIVE_INFINITY, supply.units()));
                homes.put(supply.id(), solver.makeConstraint(supply.leastAtHome(), Double.POSITIVE_INFINITY));
                targets.put(supply.id(), solver.makeConstraint(0, model.moves().maxTargets()));
            }
            Map<String, MPConstraint> caps = new HashMap<>();
            model.limits()
                    .forEach(limit ->
                            caps.put(limit.seatCode(), solver.makeConstraint(Double.NEGATIVE_INFINITY, limit.max())));
            Map<String, MPConstraint> balances = new HashMap<>();
            model.seats().forEach(seat -> balances.put(seat.seatCode(), pieces(seat)));
            for (int option = 0; option < units.length; option++) {
                WorkOption work = model.options().get(option);
                units[option] = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                supplies.get(work.supply()).setCoefficient(units[option], 1);
                caps.get(work.seatCode()).setCoefficient(units[option], work.hoursPerUnit());
                balances.get(work.seatCode()).setCoefficient(units[option], -work.votesPerUnit());
                if (work.home()) {
                    homes.get(work.supply()).setCoefficient(units[option], 1);
                } else {
                    targets.get(work.supply()).setCoefficient(yesOrNo(option, work), 1);
                }
            }
        }

        private MPVariable yesOrNo(int option, WorkOption work) {
            MPVariable goes = solver.makeIntVar(0, 1, "");
            double most = model.supplies().stream()
                    .filter(supply -> supply.id().equals(work.supply()))
                    .findFirst()
                    .orElseThrow()
                    .units();
            MPConstraint onlyIf = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
            onlyIf.setCoefficient(units[option], 1);
            onlyIf.setCoefficient(goes, -most);
            MPConstraint atLeast = solver.makeConstraint(0, Double.POSITIVE_INFINITY);
            atLeast.setCoefficient(units[option], 1);
            atLeast.setCoefficient(goes, -model.moves().leastUnits());
            return goes;
        }

        /** Evenly spread over what can be gained; made concave by taking the pieces in the order of their slopes. */
        private MPConstraint pieces(SeatReturn seat) {
            MPConstraint balance = solver.makeConstraint(Double.NEGATIVE_INFINITY, 0);
            List<double[]> pieces = new ArrayList<>();
            double before = 0;
            for (int piece = 1; piece <= PIECES; piece++) {
                double votes = -seat.votesCeiling() * Math.log1p(-0.98 * piece / PIECES);
                pieces.add(new double[] {votes - before, (seat.value(votes) - seat.value(before)) / (votes - before)});
                before = votes;
            }
            for (double[] piece : pieces) {
                MPVariable filled = solver.makeNumVar(0, piece[0], "");
                solver.objective().setCoefficient(filled, piece[1]);
                balance.setCoefficient(filled, 1);
            }
            return balance;
        }
    }
}
