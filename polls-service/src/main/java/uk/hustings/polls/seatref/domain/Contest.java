package uk.hustings.polls.seatref.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a seat voted once, in a general election or a by-election.
 *
 * @param pollingDay of this seat, which may be later than the election's
 * @param notional whether this is an estimate from votes that were cast on other boundaries
 * @param wonBy code of the party whose candidate won; a lot may have decided, and several candidates who share a code
 *     ({@code ind}) may have more votes together than the winner
 */
public record Contest(
        String electionId,
        LocalDate pollingDay,
        boolean notional,
        int validVotes,
        Map<String, Integer> votes,
        String wonBy)
        implements CountedVotes {

    public Contest {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
    }

    /** The party whose candidate won; empty if that party has no code. */
    public Optional<String> winner() {
        return Optional.of(wonBy).filter(party -> !party.equals(Party.OTHER));
    }
}
