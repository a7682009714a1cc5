package uk.hustings.local.data;

import java.time.LocalDate;
import java.util.List;

/**
 * The body of an election's import.
 *
 * @param kind {@code general} or {@code by-election}
 */
record ElectionImport(
        String electionId, String name, String kind, LocalDate pollingDay, String boundarySet, List<Contest> contests) {

    /**
     * One seat's result.
     *
     * @param pollingDay null if it is the election's
     * @param invalidVotes null if not known
     */
    record Contest(
            String seatCode,
            LocalDate pollingDay,
            Integer electorate,
            int validVotes,
            Integer invalidVotes,
            List<Candidate> candidates) {}

    /**
     * @param party code of the suite
     * @param partyName as the source calls it
     */
    record Candidate(String party, String partyName, String name, int votes) {

        Candidate standingFor(String otherParty, String otherName) {
            return new Candidate(otherParty, otherName, name, votes);
        }
    }
}
