package uk.hustings.campaign.allocation.domain;

/** Something that solves linear programs. The same program gives the same solution, to the last bit. */
public interface LinearSolver {

    /**
     * An optimal solution.
     *
     * @param values by variable
     * @param duals by row: what one unit more of the row's bound is worth; 0 where it does not bind
     */
    record Solution(double[] values, double[] duals) {}

    /** The solver found no optimal solution. */
    final class NoSolution extends RuntimeException {

        private final boolean infeasible;

        /** @param infeasible whether the constraints contradict each other; otherwise the solver failed */
        public NoSolution(boolean infeasible, String reason) {
            super(reason);
            this.infeasible = infeasible;
        }

        public boolean isInfeasible() {
            return infeasible;
        }
    }

    /** @throws NoSolution if there is none, or none was found */
    Solution solve(LinearProgram program);
}
