package uk.hustings.local.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the project's polls are when they are sent. */
final class SentPolls {

    static final Path FOLDER = Path.of("..", "data", "polls");
    static final List<Import> IMPORTS = new PollFiles(FOLDER).imports();
    static final List<NamedCsvRecord> OF_2010_TO_2015 = rows("national polls of 2010-15");
    static final List<NamedCsvRecord> OF_2021_TO_2023 = rows("national polls of 2021-23");
    static final List<NamedCsvRecord> OF_BY_ELECTIONS = rows("by-election polls of 2011-19");
    static final List<NamedCsvRecord> OF_CONSTITUENCIES = rows("constituency polls of 2014-15");
    static final List<NamedCsvRecord> OF_CONTACTS = rows("contact rates of 2015");
    static final List<NamedCsvRecord> OF_MEMBERS = rows("private polls of 2016");

    private static final List<String> KEY = List.of(
            "pollster",
            "client",
            "population",
            "geography",
            "boundarySet",
            "seatCode",
            "fieldworkStart",
            "fieldworkEnd");

    private SentPolls() {}

    static Predicate<NamedCsvRecord> of(String column, String cell) {
        return row -> cell(row, column).equals(cell);
    }

    static List<String> key(NamedCsvRecord row) {
        return KEY.stream().map(column -> cell(row, column)).toList();
    }

    static Map<String, Long> countBy(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.getField(column))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    static Map<String, String> known(NamedCsvRecord row) {
        return row.getHeader().stream()
                .filter(column -> !row.getField(column).isEmpty())
                .collect(Collectors.toMap(Function.identity(), row::getField));
    }

    static boolean hasFigures(NamedCsvRecord row) {
        return known(row).keySet().stream().anyMatch(column -> column.endsWith("Pct"));
    }

    static BigDecimal sum(NamedCsvRecord row) {
        return known(row).entrySet().stream()
                .filter(cell -> cell.getKey().endsWith("Pct"))
                .map(cell -> new BigDecimal(cell.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<NamedCsvRecord> rows(String what) {
        return IMPORTS.stream()
                .filter(sent -> sent.what().equals(what))
                .flatMap(sent -> CsvReader.builder().ofNamedCsvRecord(sent.body()).stream())
                .toList();
    }
}
