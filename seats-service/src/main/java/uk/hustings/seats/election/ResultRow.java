package uk.hustings.seats.election;

import java.util.List;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;

/** A candidate's result as a line of a file, in the form that {@link ElectionSheet} reads. */
record ResultRow(Election election, Contest contest, Candidacy candidacy) {

    private static final Table<ResultRow> TABLE = new Table<ResultRow>()
            .column("electionId", row -> row.election.id())
            .column("electionName", row -> row.election.name())
            .column("kind", row -> row.election.kind().code())
            .column("electionDay", row -> row.election.pollingDay())
            .column("boundarySet", row -> row.election.boundarySet())
            .column("basis", row -> row.election.basis().code())
            .column("source", row -> row.election.source())
            .column("writDay", row -> row.election.writDay())
            .column("seatCode", row -> row.contest.seatCode())
            .column("pollingDay", row -> row.contest.pollingDay())
            .column("electorate", row -> row.contest.electorate())
            .column("validVotes", row -> row.contest.validVotes())
            .column("invalidVotes", row -> row.contest.invalidVotes())
            .column("party", row -> row.candidacy.party())
            .column("partyName", row -> row.candidacy.partyName())
            .column("candidate", row -> row.candidacy.name())
            .column("votes", row -> row.candidacy.votes())
            .column("elected", row -> row.candidacy.byLot() ? "true" : null);

    static CsvFile csv(Election election, List<Contest> contests) {
        return TABLE.csv(() -> contests.stream().flatMap(contest -> contest.candidacies().stream()
                .map(candidacy -> new ResultRow(election, contest, candidacy))));
    }
}
