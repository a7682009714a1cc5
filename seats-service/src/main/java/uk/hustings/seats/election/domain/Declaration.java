package uk.hustings.seats.election.domain;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * An election as somebody declares it, before anything of it is believed: any part may be null.
 *
 * @param pollingDay of most seats
 * @param basis {@code actual} or {@code notional}; null for actual
 */
public record Declaration(
        String electionId,
        String name,
        String kind,
        LocalDate pollingDay,
        String boundarySet,
        String basis,
        String source,
        LocalDate writDay,
        List<Count> counts) {

    /** @param pollingDay of this seat; null for the election's */
    public record Count(
            String seatCode,
            LocalDate pollingDay,
            Integer electorate,
            Integer validVotes,
            Integer invalidVotes,
            List<Candidate> candidates) {

        private List<Candidacy> candidacies() {
            int most = candidates.stream().mapToInt(Candidate::votes).max().orElseThrow();
            boolean tie = candidates.stream()
                            .filter(candidate -> candidate.votes == most)
                            .count()
                    > 1;
            return candidates.stream()
                    .map(candidate -> candidate.candidacy(tie))
                    .toList();
        }
    }

    /** @param elected true for the one on whom the lot fell, where several have most votes; null otherwise */
    public record Candidate(String party, String partyName, String name, Integer votes, Boolean elected) {

        boolean isElected() {
            return Boolean.TRUE.equals(elected);
        }

        private Candidacy candidacy(boolean tie) {
            return new Candidacy(party, partyName, name, votes, tie && isElected());
        }
    }

    boolean isNotional() {
        return Basis.NOTIONAL.code().equals(basis);
    }

    /** What the declaration says of the election as a whole; only for one without faults. */
    public Election election() {
        return new Election(
                electionId,
                name,
                ElectionKind.fromCode(kind).orElseThrow(),
                pollingDay,
                boundarySet,
                isNotional() ? Basis.NOTIONAL : Basis.ACTUAL,
                source,
                writDay);
    }

    /** The results; only for a declaration without faults. */
    public List<Contest> contests() {
        return counts.stream()
                .map(count -> new Contest(
                        electionId,
                        new SeatKey(boundarySet, SeatCode.fromString(count.seatCode)),
                        polledOn(count),
                        count.electorate,
                        count.validVotes,
                        count.invalidVotes,
                        count.candidacies()))
                .toList();
    }

    LocalDate polledOn(Count count) {
        return count.pollingDay == null ? pollingDay : count.pollingDay;
    }
}
