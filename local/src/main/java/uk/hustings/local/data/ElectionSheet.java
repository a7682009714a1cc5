package uk.hustings.local.data;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** Elections in one table: a row for each candidate, which repeats what it says of the contest and of the election. */
final class ElectionSheet {

    private final CsvBody csv = new CsvBody(List.of(
            "electionId",
            "electionName",
            "kind",
            "electionDay",
            "boundarySet",
            "basis",
            "source",
            "writDay",
            "seatCode",
            "pollingDay",
            "electorate",
            "validVotes",
            "invalidVotes",
            "party",
            "partyName",
            "candidate",
            "votes"));

    private ElectionSheet() {}

    static CsvBody of(List<ElectionImport> elections) {
        ElectionSheet sheet = new ElectionSheet();
        for (ElectionImport election : elections) {
            for (Contest contest : election.contests()) {
                contest.candidates().forEach(candidate -> sheet.add(election, contest, candidate));
            }
        }
        return sheet.csv;
    }

    private void add(ElectionImport election, Contest contest, Candidate candidate) {
        csv.row(Stream.of(
                        election.electionId(),
                        election.name(),
                        election.kind(),
                        election.pollingDay(),
                        election.boundarySet(),
                        election.basis(),
                        election.source(),
                        election.writDay(),
                        contest.seatCode(),
                        contest.pollingDay(),
                        contest.electorate(),
                        contest.validVotes(),
                        contest.invalidVotes(),
                        candidate.party(),
                        candidate.partyName(),
                        candidate.name(),
                        candidate.votes())
                .map(cell -> Objects.toString(cell, ""))
                .toList());
    }
}
