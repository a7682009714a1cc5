package uk.hustings.local.data;

import static java.util.stream.Collectors.groupingBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** Results estimated on the boundaries that came after the election: parties without persons, and no invalid votes. */
final class NotionalFiles {

    private static final String NOT_NAMED = "NA";

    private final Path folder;

    NotionalFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * @param pollingDay of the election whose votes were counted anew
     * @param boundarySet on which they were
     * @param source of the estimate
     */
    ElectionImport read(LocalDate pollingDay, String boundarySet, String source) {
        int year = pollingDay.getYear();
        List<Contest> contests = SourceRow.of(
                        folder.resolve("notional_%d_on_%s_boundaries.csv".formatted(year, boundarySet)))
                .stream()
                .collect(groupingBy(row -> row.text("ons_id"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(NotionalFiles::contest)
                .toList();
        return new ElectionImport(
                "ge%d-notional-%s".formatted(year, boundarySet),
                "General election %d, notional on the boundaries of %s".formatted(year, boundarySet),
                ElectionImport.GENERAL,
                pollingDay,
                boundarySet,
                ElectionImport.NOTIONAL,
                source,
                null,
                contests);
    }

    private static Contest contest(List<SourceRow> parties) {
        SourceRow first = parties.get(0);
        return new Contest(
                first.text("ons_id"),
                null,
                first.number("electorate"),
                first.number("valid_votes"),
                null,
                parties.stream()
                        .filter(row -> row.number("votes") > 0)
                        .map(NotionalFiles::candidate)
                        .toList());
    }

    private static Candidate candidate(SourceRow row) {
        String name = row.text("party_name");
        return new Candidate(
                PartyCode.of(row.text("party_abbreviation")),
                name.equals(NOT_NAMED) ? "Other" : name,
                null,
                row.number("votes"));
    }
}
