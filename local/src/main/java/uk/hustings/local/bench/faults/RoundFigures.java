package uk.hustings.local.bench.faults;

/**
 * What one round was like, in which nothing contradicted anything.
 *
 * @param reports that were acknowledged; so with the next two
 * @param turnedAway requests that were refused for good, as they should be: no lock to lift, locked already
 * @param sentAgain tries whose answer did not come or did not tell what became of the request
 * @param backSeconds from the kill until what was killed ran again
 * @param agreedSeconds from the end of work until feed and Keycloak were as the database wants them
 */
public record RoundFigures(
        Victim victim,
        int reports,
        int withdrawals,
        int decisions,
        int turnedAway,
        int sentAgain,
        double backSeconds,
        double agreedSeconds) {}
