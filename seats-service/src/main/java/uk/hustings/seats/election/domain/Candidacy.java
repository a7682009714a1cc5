package uk.hustings.seats.election.domain;

import java.util.Comparator;

/**
 * Who stood, for whom, and how many voted for them.
 *
 * @param party code; candidates of parties without a code are {@code other}
 * @param partyName as on the ballot paper
 * @param name null in a notional result, where nobody stood
 * @param votes 0 or more
 * @param byLot whether the lot fell on this one of those with most votes
 */
public record Candidacy(String party, String partyName, String name, int votes, boolean byLot) {

    /** The winner first, then by votes; the rest only makes the order of equals repeatable. */
    static final Comparator<Candidacy> BY_VOTES = Comparator.comparingInt(Candidacy::votes)
            .thenComparing(Candidacy::byLot)
            .reversed()
            .thenComparing(Candidacy::name, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidacy::party)
            .thenComparing(Candidacy::partyName);
}
