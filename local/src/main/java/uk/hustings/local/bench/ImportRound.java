package uk.hustings.local.bench;

import java.util.List;

/**
 * One import, and the same rows copied into the same tables in the same state by PostgreSQL itself.
 *
 * @param rows of the file
 * @param knownBefore polls that were there already
 */
record ImportRound(int rows, int knownBefore, double importSeconds, double copySeconds) {

    static final double AIM = 0.3;

    /** Rows a second of imports as a share of the copies': the median over the rounds. */
    static double ratio(List<ImportRound> rounds) {
        return Median.of(rounds.stream().mapToDouble(ImportRound::ratio).toArray());
    }

    double ratio() {
        return copySeconds / importSeconds;
    }

    double perSecond() {
        return rows / importSeconds;
    }

    double copiedPerSecond() {
        return rows / copySeconds;
    }
}
