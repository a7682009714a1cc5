package uk.hustings.local.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Polls in one table, as the API imports them: a row for each question of a poll. */
final class PollSheet {

    /** Columns that an import must have, whether or not anything is known. */
    private static final List<String> REQUIRED = List.of(
            "pollster",
            "client",
            "population",
            "question",
            "fieldworkStart",
            "fieldworkEnd",
            "visibility",
            "sampleSize");

    private PollSheet() {}

    /** Beside those that must be there, the columns in which some row has a cell. */
    static CsvBody of(Collection<PollRow> rows) {
        Stream<String> known = rows.stream()
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .filter(column ->
                        rows.stream().anyMatch(row -> !row.cell(column).isEmpty()));
        List<String> columns =
                Stream.concat(REQUIRED.stream(), known).distinct().toList();
        CsvBody csv = new CsvBody(columns);
        rows.forEach(row -> csv.row(columns.stream().map(row::cell).toList()));
        return csv;
    }
}
