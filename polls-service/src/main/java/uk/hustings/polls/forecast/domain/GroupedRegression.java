package uk.hustings.polls.forecast.domain;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;

/**
 * A linear model whose observations come in groups with something in common: y = Xβ + u + e. β has a normal prior with
 * independent components, u is normal and shared by a group (a pollster, a seat), e is normal and independent; all
 * variances are given. Solved exactly by the normal equations (Lindley and Smith 1972); takes time in proportion to the
 * number of observations.
 */
final class GroupedRegression {

    private final double[] priorMean;
    private final double[] priorVariance;

    /** @param priorVariance of each component of β, above 0 */
    GroupedRegression(double[] priorMean, double[] priorVariance) {
        this.priorMean = priorMean.clone();
        this.priorVariance = priorVariance.clone();
    }

    /**
     * Observations that have something in common.
     *
     * @param x a row of predictors for each observation
     * @param y what was observed
     * @param variance of each observation's own error, above 0
     * @param shared variance of what the group has in common, 0 or more
     */
    record Group(double[][] x, double[] y, double[] variance, double shared) {

        /** The same observations with another shared variance. */
        public Group sharing(double otherShared) {
            return new Group(x, y, variance, otherShared);
        }

        private double precision() {
            double sum = 0;
            for (double each : variance) {
                sum += 1 / each;
            }
            return sum;
        }
    }

    /** What a group has in common, as far as its observations tell. */
    record Effect(double mean, double variance) {}

    /**
     * What is known of β.
     *
     * @param mean of each component
     * @param variance of each component
     */
    record Solution(double[] mean, double[] variance) {

        /** What is left of a group's observations once Xβ is taken away, shrunk towards 0. */
        public Effect effectOf(Group group) {
            double weighted = 0;
            for (int row = 0; row < group.y.length; row++) {
                weighted += (group.y[row] - product(group.x[row], mean)) / group.variance[row];
            }
            double shrunk = group.shared / (1 + group.shared * group.precision());
            return new Effect(shrunk * weighted, shrunk);
        }

        /** Xβ for one row of predictors. */
        public double predict(double[] x) {
            return product(x, mean);
        }
    }

    Solution solve(List<Group> groups) {
        int size = priorMean.length;
        RealMatrix normal = new Array2DRowRealMatrix(size, size);
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            normal.setEntry(i, i, 1 / priorVariance[i]);
            right[i] = priorMean[i] / priorVariance[i];
        }
        for (Group group : groups) {
            add(group, normal, right);
        }
        mirror(normal);
        DecompositionSolver solver = new CholeskyDecomposition(normal).getSolver();
        RealMatrix covariance = solver.getInverse();
        double[] variance = new double[size];
        for (int i = 0; i < size; i++) {
            variance[i] = covariance.getEntry(i, i);
        }
        return new Solution(solver.solve(new ArrayRealVector(right, false)).toArray(), variance);
    }

    /** The inverse of D + s11ᵀ by Sherman and Morrison, so that a group costs no more than its observations. */
    private static void add(Group group, RealMatrix normal, double[] right) {
        int size = right.length;
        double[] weightedX = new double[size];
        double weightedY = 0;
        for (int row = 0; row < group.y.length; row++) {
            double[] x = group.x[row];
            double weight = 1 / group.variance[row];
            for (int i : nonZero(x)) {
                for (int j : nonZero(x)) {
                    addBelow(normal, i, j, weight * x[i] * x[j]);
                }
                right[i] += weight * x[i] * group.y[row];
                weightedX[i] += weight * x[i];
            }
            weightedY += weight * group.y[row];
        }
        double common = group.shared / (1 + group.shared * group.precision());
        for (int i : nonZero(weightedX)) {
            for (int j : nonZero(weightedX)) {
                addBelow(normal, i, j, -common * weightedX[i] * weightedX[j]);
            }
            right[i] -= common * weightedX[i] * weightedY;
        }
    }

    /** Only the lower triangle is summed: rounding would make the upper one another. */
    private static void addBelow(RealMatrix matrix, int row, int column, double summand) {
        if (row >= column) {
            matrix.addToEntry(row, column, summand);
        }
    }

    private static void mirror(RealMatrix matrix) {
        for (int row = 0; row < matrix.getRowDimension(); row++) {
            for (int column = 0; column < row; column++) {
                matrix.setEntry(column, row, matrix.getEntry(row, column));
            }
        }
    }

    private static int[] nonZero(double[] x) {
        List<Integer> places = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                places.add(i);
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double product(double[] x, double[] beta) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * beta[i];
        }
        return sum;
    }
}
