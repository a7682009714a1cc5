package uk.hustings.seats.election.domain;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;

/**
 * An election as somebody declares it, before anything of it is believed: any part may be null.
 *
 * @param pollingDay of most seats
 */
public record Declaration(
        String electionId, String name, String kind, LocalDate pollingDay, String boundarySet, List<Count> counts) {

    /** @param pollingDay of this seat; null for the election's */
    public record Count(
            String seatCode,
            LocalDate pollingDay,
            Integer electorate,
            Integer validVotes,
            Integer invalidVotes,
            List<Candidate> candidates) {}

    public record Candidate(String party, String partyName, String name, Integer votes) {}

    /** What the declaration says of the election as a whole; only for one without faults. */
    public Election election() {
        return new Election(electionId, name, ElectionKind.fromCode(kind).orElseThrow(), pollingDay, boundarySet);
    }

    /** The results; only for a declaration without faults. */
    public List<Contest> contests() {
        return counts.stream()
                .map(count -> new Contest(
                        electionId,
                        SeatCode.fromString(count.seatCode),
                        polledOn(count),
                        count.electorate,
                        count.validVotes,
                        count.invalidVotes,
                        count.candidates.stream()
                                .map(candidate -> new Candidacy(
                                        candidate.party, candidate.partyName, candidate.name, candidate.votes))
                                .toList()))
                .toList();
    }

    LocalDate polledOn(Count count) {
        return count.pollingDay == null ? pollingDay : count.pollingDay;
    }
}
