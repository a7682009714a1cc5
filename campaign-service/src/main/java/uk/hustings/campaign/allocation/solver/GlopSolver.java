package uk.hustings.campaign.allocation.solver;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import uk.hustings.campaign.allocation.domain.LinearProgram;
import uk.hustings.campaign.allocation.domain.LinearSolver;

/**
 * Solves linear programs with GLOP, the simplex solver of OR-Tools: deterministic, on one thread. The library is native: it is
 * unpacked into the temporary directory when the first solver of a JVM is made, which takes about a second.
 */
public final class GlopSolver implements LinearSolver {

    private static final class Library {

        static {
            Loader.loadNativeLibraries();
        }

        private Library() {}

        static void load() {
            // The initialiser of this class does it, once.
        }
    }

    public GlopSolver() {
        Library.load();
    }

    @Override
    public Solution solve(LinearProgram program) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            throw new NoSolution(false, "The solver GLOP is not in the library");
        }
        try {
            MPVariable[] variables = variables(program, solver);
            MPConstraint[] rows = rows(program, solver, variables);
            solver.objective().setMaximization();
            MPSolver.ResultStatus status = solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                throw new NoSolution(status == MPSolver.ResultStatus.INFEASIBLE, "GLOP: " + status);
            }
            double[] values = new double[variables.length];
            for (int variable = 0; variable < values.length; variable++) {
                values[variable] = variables[variable].solutionValue();
            }
            double[] duals = new double[rows.length];
            for (int row = 0; row < duals.length; row++) {
                duals[row] = rows[row].dualValue();
            }
            return new Solution(values, duals);
        } finally {
            solver.delete();
        }
    }

    private static MPVariable[] variables(LinearProgram program, MPSolver solver) {
        MPVariable[] variables = new MPVariable[program.variables()];
        for (int variable = 0; variable < variables.length; variable++) {
            variables[variable] = solver.makeNumVar(program.lower(variable), program.upper(variable), "");
            if (program.worth(variable) != 0) {
                solver.objective().setCoefficient(variables[variable], program.worth(variable));
            }
        }
        return variables;
    }

    private static MPConstraint[] rows(LinearProgram program, MPSolver solver, MPVariable[] variables) {
        MPConstraint[] rows = new MPConstraint[program.rows()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = solver.makeConstraint(program.rowLower(row), program.rowUpper(row));
        }
        for (int entry = 0; entry < program.entries(); entry++) {
            rows[program.entryRow(entry)].setCoefficient(
                    variables[program.entryVariable(entry)], program.entryValue(entry));
        }
        return rows;
    }
}
