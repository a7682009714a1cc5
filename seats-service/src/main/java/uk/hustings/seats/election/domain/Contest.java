package uk.hustings.seats.election.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import uk.hustings.api.id.SeatCode;

/**
 * One seat's result in one election. Whoever came first by votes won.
 *
 * @param pollingDay of this seat
 * @param electorate on the day; null where not known
 * @param validVotes the sum of the candidates' votes
 * @param invalidVotes null where not known
 * @param candidacies at least two, whoever had most votes first
 */
public record Contest(
        String electionId,
        SeatCode seatCode,
        LocalDate pollingDay,
        Integer electorate,
        int validVotes,
        Integer invalidVotes,
        List<Candidacy> candidacies) {

    public Contest {
        candidacies = candidacies.stream().sorted(Candidacy.BY_VOTES).toList();
    }

    /** Code of the party whose candidate won. */
    public String winner() {
        return candidacies.get(0).party();
    }

    /** Votes of the first over the second. */
    public int majorityVotes() {
        return winningVotes() - candidacies.get(1).votes();
    }

    /** The majority in points of the valid votes. */
    public double majorityPct() {
        return pct(majorityVotes());
    }

    int winningVotes() {
        return candidacies.get(0).votes();
    }

    /** How many votes the party's best candidate was behind the winner; empty if it had no candidate. */
    public OptionalInt votesBehind(String party) {
        return candidacies.stream()
                .filter(candidacy -> candidacy.party().equals(party))
                .mapToInt(candidacy -> winningVotes() - candidacy.votes())
                .min();
    }

    /** Valid votes in points of the electorate; null where that is not known. */
    public Double turnoutPct() {
        return electorate == null ? null : Points.of(validVotes, electorate);
    }

    /** These votes in points of the valid votes. */
    public double pct(int votes) {
        return Points.of(votes, validVotes);
    }

    /** Share of each party that stood, its candidates taken together, in points. */
    public Map<String, Double> sharesPct() {
        Map<String, Integer> votes = new LinkedHashMap<>();
        candidacies.forEach(candidacy -> votes.merge(candidacy.party(), candidacy.votes(), Integer::sum));
        Map<String, Double> shares = new LinkedHashMap<>();
        votes.forEach((party, sum) -> shares.put(party, pct(sum)));
        return shares;
    }
}
