package uk.hustings.local.data;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** The elections of the demo, read from the result files: each contest with its candidates. */
final class ElectionFiles {

    private static final LocalDate POLLING_DAY_2010 = LocalDate.of(2010, 5, 6);
    private static final LocalDate POLLING_DAY_2015 = LocalDate.of(2015, 5, 7);

    /** A candidate of Thirsk and Malton died during the campaign of 2010, so the seat polled three weeks later. */
    private static final Map<String, LocalDate> POLLED_LATER_IN_2010 = Map.of("E14000993", LocalDate.of(2010, 5, 27));

    private final Path folder;
    private final Map<String, String> seatNames;

    /** @param seatNames by seat code, as the suite spells them */
    ElectionFiles(Path folder, Map<String, String> seatNames) {
        this.folder = folder;
        this.seatNames = seatNames;
    }

    /** In the order in which they were held. */
    List<ElectionImport> read() {
        List<ElectionImport> elections = new ArrayList<>();
        elections.add(generalElection("ge2010", POLLING_DAY_2010, POLLED_LATER_IN_2010));
        elections.addAll(byElections());
        elections.add(generalElection("ge2015", POLLING_DAY_2015, Map.of()));
        return elections;
    }

    private ElectionImport generalElection(String id, LocalDate pollingDay, Map<String, LocalDate> polledLater) {
        Map<String, List<SourceRow>> candidates = SourceRow.of(folder.resolve(id + "_candidates.csv")).stream()
                .collect(groupingBy(row -> row.text("ons_id")));
        List<Contest> contests = SourceRow.of(folder.resolve(id + "_constituencies.csv")).stream()
                .map(row -> contest(row, polledLater.get(row.text("ons_id")), candidates.get(row.text("ons_id"))))
                .toList();
        return new ElectionImport(
                id, "General election " + pollingDay.getYear(), "general", pollingDay, SeatFile.BOUNDARY_SET, contests);
    }

    private List<ElectionImport> byElections() {
        Map<String, List<SourceRow>> candidates = SourceRow.of(folder.resolve("by_elections_candidates.csv")).stream()
                .collect(groupingBy(ElectionFiles::byElectionId));
        return SourceRow.of(folder.resolve("by_elections.csv")).stream()
                .filter(row -> !polledOn(row).isAfter(POLLING_DAY_2015))
                .map(row -> byElection(row, candidates.get(byElectionId(row))))
                .sorted(Comparator.comparing(ElectionImport::electionId))
                .toList();
    }

    private ElectionImport byElection(SourceRow row, List<SourceRow> candidates) {
        LocalDate pollingDay = polledOn(row);
        return new ElectionImport(
                byElectionId(row),
                "%s by-election %d".formatted(seatNames.get(row.text("ons_id")), pollingDay.getYear()),
                "by-election",
                pollingDay,
                SeatFile.BOUNDARY_SET,
                List.of(contest(row, null, candidates)));
    }

    private static LocalDate polledOn(SourceRow row) {
        return LocalDate.parse(row.text("by_election_date"));
    }

    private static String byElectionId(SourceRow row) {
        return "by-%s-%s".formatted(row.text("by_election_date"), row.text("ons_id"));
    }

    private static Contest contest(SourceRow result, LocalDate pollingDay, List<SourceRow> candidates) {
        return new Contest(
                result.text("ons_id"),
                pollingDay,
                result.number("electorate"),
                result.number("valid_votes"),
                result.number("invalid_votes"),
                withJointUnionist(
                        result,
                        candidates.stream().map(ElectionFiles::candidate).toList()));
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
