package uk.hustings.campaign.allocation.domain;

import java.util.Arrays;

/** A linear program to be maximised, as it is put together for a solver: bounded variables, bounded rows, sparse entries. */
public final class LinearProgram {

    /** Growing columns of numbers. */
    private static final class Numbers {
        private double[] values = new double[1024];
        private int size;

        int add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size] = value;
            return size++;
        }
    }

    private final Numbers lower = new Numbers();
    private final Numbers upper = new Numbers();
    private final Numbers objective = new Numbers();
    private final Numbers rowLower = new Numbers();
    private final Numbers rowUpper = new Numbers();
    private final Numbers entryRows = new Numbers();
    private final Numbers entryVariables = new Numbers();
    private final Numbers entryValues = new Numbers();

    /** @return its number, from 0 */
    int variable(double atLeast, double atMost, double worth) {
        lower.add(atLeast);
        upper.add(atMost);
        return objective.add(worth);
    }

    /** @return its number, from 0 */
    int row(double atLeast, double atMost) {
        rowLower.add(atLeast);
        return rowUpper.add(atMost);
    }

    void entry(int row, int variable, double value) {
        entryRows.add(row);
        entryVariables.add(variable);
        entryValues.add(value);
    }

    public int variables() {
        return objective.size;
    }

    public int rows() {
        return rowLower.size;
    }

    public int entries() {
        return entryValues.size;
    }

    public double lower(int variable) {
        return lower.values[variable];
    }

    public double upper(int variable) {
        return upper.values[variable];
    }

    /** What one unit of a variable is worth. */
    public double worth(int variable) {
        return objective.values[variable];
    }

    public double rowLower(int row) {
        return rowLower.values[row];
    }

    public double rowUpper(int row) {
        return rowUpper.values[row];
    }

    public int entryRow(int entry) {
        return (int) entryRows.values[entry];
    }

    public int entryVariable(int entry) {
        return (int) entryVariables.values[entry];
    }

    public double entryValue(int entry) {
        return entryValues.values[entry];
    }
}
