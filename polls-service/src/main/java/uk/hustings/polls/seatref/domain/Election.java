package uk.hustings.polls.seatref.domain;

import java.time.LocalDate;

/**
 * An election on the seats of one boundary set.
 *
 * @param id {@code ge2010}, {@code by-2012-11-15-E14000648} or {@code ge2019-notional-2024}
 * @param kind {@code general}, {@code by-election}, or whatever else there may be
 * @param basis {@code actual}, or {@code notional} if the votes were cast on other boundaries
 * @param pollingDay of most seats; a contest may have been put off
 */
public record Election(String id, String name, String kind, String basis, LocalDate pollingDay, String boundarySet) {

    private static final String GENERAL = "general";
    private static final String NOTIONAL = "notional";

    /** Whether every seat voted. */
    public boolean isGeneral() {
        return kind.equals(GENERAL);
    }

    public boolean isNotional() {
        return basis.equals(NOTIONAL);
    }
}
