package uk.hustings.polls.seatref.domain;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How several seats voted in one election, taken together.
 *
 * @param seats how many of them have a result
 */
public record AreaResult(String electionId, int seats, int validVotes, Map<String, Integer> votes)
        implements CountedVotes {

    public AreaResult {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
    }

    /** @param contests of the election */
    static AreaResult of(String electionId, Collection<Contest> contests) {
        Map<String, Integer> votes = new TreeMap<>();
        int validVotes = 0;
        for (Contest contest : contests) {
            validVotes = Math.addExact(validVotes, contest.validVotes());
            contest.votes().forEach((party, count) -> votes.merge(party, count, Math::addExact));
        }
        return new AreaResult(electionId, contests.size(), validVotes, votes);
    }
}
