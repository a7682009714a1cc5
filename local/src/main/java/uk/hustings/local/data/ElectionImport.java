package uk.hustings.local.data;

import java.time.LocalDate;
import java.util.List;

/**
 * The body of an election's import.
 *
 * @param kind {@code general} or {@code by-election}
 * @param basis {@code actual}, or {@code notional} for a result estimated on boundaries on which nobody voted
 * @param source of the figures
 * @param writDay of a by-election, else null
 */
record ElectionImport(
        String electionId,
        String name,
        String kind,
        LocalDate pollingDay,
        String boundarySet,
        String basis,
        String source,
        LocalDate writDay,
        List<Contest> contests) {

    static final String GENERAL = "general";
    static final String BY_ELECTION = "by-election";
    static final String ACTUAL = "actual";
    static final String NOTIONAL = "notional";

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
     * @param name null in a notional result, which has parties but no persons
     */
    record Candidate(String party, String partyName, String name, int votes) {

        Candidate standingFor(String otherParty, String otherName) {
            return new Candidate(otherParty, otherName, name, votes);
        }
    }
}
