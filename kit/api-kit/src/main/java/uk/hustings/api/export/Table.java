package uk.hustings.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import uk.hustings.api.intake.FormulaGuard;

/**
 * The columns of a CSV file.
 *
 * @param <T> what a row is made of
 */
public final class Table<T> {

    /** The media type of every export. */
    public static final String MEDIA_TYPE = "text/csv";

    private record Column<T>(String name, Function<T, ?> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** Adds a column; a null value is an empty cell. */
    public Table<T> column(String name, Function<T, ?> value) {
        columns.add(new Column<>(name, value));
        return this;
    }

    /** The file: a header line, then a line for each row, ended by a line feed. Text that a spreadsheet would run is guarded. */
    public String csv(List<T> rows) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text);
        writer.writeRecord(columns.stream().map(Column::name).toList());
        for (T row : rows) {
            writer.writeRecord(columns.stream()
                    .map(column -> cell(column.value.apply(row)))
                    .toList());
        }
        return text.toString();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : FormulaGuard.guard(value.toString());
    }
}
