package uk.hustings.seats.change.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.seats.election.domain.Contest;

/**
 * A seat's result from which a projection starts.
 *
 * @param candidates whoever stood
 * @param holder code of the party that won, by lot if there was a tie
 */
public record Baseline(List<Candidate> candidates, String holder) {

    /** @param party code; several candidates may share one that is a bucket, such as {@code ind} */
    public record Candidate(String party, long votes) {}

    public Baseline {
        candidates = List.copyOf(candidates);
        if (candidates.stream().noneMatch(candidate -> candidate.party().equals(holder))) {
            throw new IllegalArgumentException("whoever won stood, but not " + holder);
        }
    }

    public static Baseline of(Contest contest) {
        return new Baseline(
                contest.candidacies().stream()
                        .map(candidacy -> new Candidate(candidacy.party(), candidacy.votes()))
                        .toList(),
                contest.winner());
    }

    /** Votes of each party, its candidates taken together. */
    public Tally tally() {
        Map<String, Long> votes = new LinkedHashMap<>();
        candidates.forEach(candidate -> votes.merge(candidate.party(), candidate.votes(), Long::sum));
        return new Tally(votes, null);
    }
}
