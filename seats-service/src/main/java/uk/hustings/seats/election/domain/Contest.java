package uk.hustings.seats.election.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * One seat's result in one election. Whoever came first by votes won; of several with the same number, the one on whom
 * the lot fell.
 *
 * @param pollingDay of this seat
 * @param electorate on the day; null where not known
 * @param validVotes the sum of the candidates' votes
 * @param invalidVotes null where not known
 * @param candidacies at least two, the winner first, then by votes
 */
public record Contest(
        String electionId,
        SeatKey seat,
        LocalDate pollingDay,
        Integer electorate,
        int validVotes,
        Integer invalidVotes,
        List<Candidacy> candidacies) {

    public Contest {
        candidacies = candidacies.stream().sorted(Candidacy.BY_VOTES).toList();
    }

    public SeatCode seatCode() {
        return seat.code();
    }

    /** Code of the party whose candidate won. */
    public String winner() {
        return candidacies.get(0).party();
    }

    /** Code of the party whose candidate came second. */
    public String second() {
        return candidacies.get(1).party();
    }

    /** Votes of the first over the second; 0 if the lot decided. */
    public int majorityVotes() {
        return candidacies.get(0).votes() - candidacies.get(1).votes();
    }

    /** The majority in points of the valid votes. */
    public double majorityPct() {
        return pct(majorityVotes());
    }

    /**
     * How many votes the party's best candidate was behind the best of all others; not more than 0 for the party that
     * won, empty if it had no candidate.
     */
    public OptionalInt votesBehind(String party) {
        for (int i = 0; i < candidacies.size(); i++) {
            if (candidacies.get(i).party().equals(party)) {
                int best = candidacies.get(i == 0 ? 1 : 0).votes();
                return OptionalInt.of(best - candidacies.get(i).votes());
            }
        }
        return OptionalInt.empty();
    }

    /** Valid votes in points of the electorate; null where that is not known. */
    public Double turnoutPct() {
        return electorate == null ? null : Points.of(validVotes, electorate);
    }

    /** These votes in points of the valid votes. */
    public double pct(int votes) {
        return Points.of(votes, validVotes);
    }

    /** Votes of each party that stood, its candidates taken together, the winner's first. */
    public Map<String, Integer> votesByParty() {
        Map<String, Integer> votes = new LinkedHashMap<>();
        candidacies.forEach(candidacy -> votes.merge(candidacy.party(), candidacy.votes(), Integer::sum));
        return votes;
    }

    /** Share of each party that stood, its candidates taken together, in points. */
    public Map<String, Double> sharesPct() {
        Map<String, Double> shares = new LinkedHashMap<>();
        votesByParty().forEach((party, votes) -> shares.put(party, pct(votes)));
        return shares;
    }
}
