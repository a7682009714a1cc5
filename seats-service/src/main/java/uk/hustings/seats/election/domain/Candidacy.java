package uk.hustings.seats.election.domain;

import java.util.Comparator;

/**
 * Who stood, for whom, and how many voted for them.
 *
 * @param party code; candidates of parties without a code are {@code other}
 * @param partyName as on the ballot paper
 * @param votes 0 or more
 */
public record Candidacy(String party, String partyName, String name, int votes) {

    /** Most votes first; the rest only makes the order of equals repeatable. */
    static final Comparator<Candidacy> BY_VOTES = Comparator.comparingInt(Candidacy::votes)
            .reversed()
            .thenComparing(Candidacy::name)
            .thenComparing(Candidacy::party)
            .thenComparing(Candidacy::partyName);
}
