package uk.hustings.seats.election.domain;

import java.time.LocalDate;

/**
 * An election.
 *
 * @param id {@code ge2010}, {@code by-2012-11-15-E14000648} or {@code ge2019-notional-2024}
 * @param pollingDay of most seats; a contest may have been put off
 * @param boundarySet the boundaries that its results are told on
 * @param basis notional if it was held on other boundaries
 * @param source where the results are taken from; null if not told
 * @param writDay of a by-election, when it was ordered; null if not known
 */
public record Election(
        String id,
        String name,
        ElectionKind kind,
        LocalDate pollingDay,
        String boundarySet,
        Basis basis,
        String source,
        LocalDate writDay) {

    /** Nothing is recorded of what was before: the first day of the Parliament of the United Kingdom. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1801, 1, 1);

    public boolean isNotional() {
        return basis == Basis.NOTIONAL;
    }

    /** Whether every seat voted, in these boundaries. */
    public boolean isActualGeneral() {
        return kind == ElectionKind.GENERAL && !isNotional();
    }
}
