package uk.hustings.local.data;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The by-elections from 2010 to 2024, all on the boundaries of 2010. */
final class ByElectionFiles {

    private final Path folder;
    private final Map<String, String> seatNames;

    ByElectionFiles(Path folder, Map<String, String> seatNames) {
        this.folder = folder;
        this.seatNames = seatNames;
    }

    List<ElectionImport> read() {
        Map<String, List<SourceRow>> candidates = SourceRow.of(folder.resolve("by_elections_candidates.csv")).stream()
                .collect(groupingBy(ByElectionFiles::id));
        return SourceRow.of(folder.resolve("by_elections.csv")).stream()
                .map(row -> byElection(row, candidates.get(id(row))))
                .toList();
    }

    private ElectionImport byElection(SourceRow row, List<SourceRow> candidates) {
        return new ElectionImport(
                id(row),
                "%s by-election %d"
                        .formatted(
                                seatNames.get(row.text("ons_id")),
                                row.day("by_election_date").getYear()),
                ElectionImport.BY_ELECTION,
                row.day("by_election_date"),
                SeatFile.BOUNDARY_SET_2010,
                ElectionImport.ACTUAL,
                ElectionFiles.SOURCE,
                row.day("writ_date"),
                List.of(DeclaredResult.contest(row, null, candidates)));
    }

    private static String id(SourceRow row) {
        return "by-%s-%s".formatted(row.text("by_election_date"), row.text("ons_id"));
    }
}
