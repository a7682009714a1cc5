package uk.hustings.local.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** One seat's result as it was declared, from its row in a file of constituencies and its rows in one of candidates. */
final class DeclaredResult {

    private DeclaredResult() {}

    /** @param pollingDay null if it is the election's */
    static Contest contest(SourceRow result, LocalDate pollingDay, List<SourceRow> candidates) {
        return new Contest(
                result.text("ons_id"),
                pollingDay,
                result.number("electorate"),
                result.number("valid_votes"),
                result.number("invalid_votes"),
                withJointUnionist(
                        result,
                        candidates.stream().map(DeclaredResult::candidate).toList()));
    }

    private static Candidate candidate(SourceRow row) {
        return new Candidate(
                PartyCode.of(row.text("party_abbreviation")),
                row.text("party_name"),
                (row.text("candidate_first_name") + " " + row.text("candidate_surname")).strip(),
                row.number("votes"));
    }

    /**
     * In 2010 the file of candidates calls those who stood jointly for Ulster Unionists and Conservatives independents,
     * while the file of constituencies counts their votes for the Ulster Unionists: the two are matched by the votes.
     */
    private static List<Candidate> withJointUnionist(SourceRow result, List<Candidate> candidates) {
        int unionistVotes = Optional.ofNullable(result.number("uup")).orElse(0);
        if (unionistVotes == 0
                || candidates.stream().anyMatch(candidate -> candidate.party().equals("uup"))) {
            return candidates;
        }
        return candidates.stream()
                .map(candidate -> candidate.party().equals("ind") && candidate.votes() == unionistVotes
                        ? candidate.standingFor("uup", "Ulster Conservatives and Unionists")
                        : candidate)
                .toList();
    }
}
