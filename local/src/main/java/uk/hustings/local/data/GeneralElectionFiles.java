package uk.hustings.local.data;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.hustings.local.data.ElectionImport.Contest;

/** General elections: for each a file of constituencies and one of candidates. */
final class GeneralElectionFiles {

    private final Path folder;

    GeneralElectionFiles(Path folder) {
        this.folder = folder;
    }

    /** @param polledLater the day of each seat that did not poll with the rest, by seat code */
    ElectionImport read(LocalDate pollingDay, String boundarySet, Map<String, LocalDate> polledLater) {
        String id = "ge" + pollingDay.getYear();
        Map<String, List<SourceRow>> candidates = SourceRow.of(folder.resolve(id + "_candidates.csv")).stream()
                .collect(groupingBy(row -> row.text("ons_id")));
        List<Contest> contests = SourceRow.of(folder.resolve(id + "_constituencies.csv")).stream()
                .map(row -> DeclaredResult.contest(
                        row, polledLater.get(row.text("ons_id")), candidates.get(row.text("ons_id"))))
                .toList();
        return new ElectionImport(
                id,
                "General election " + pollingDay.getYear(),
                ElectionImport.GENERAL,
                pollingDay,
                boundarySet,
                ElectionImport.ACTUAL,
                ElectionFiles.SOURCE,
                null,
                contests);
    }
}
