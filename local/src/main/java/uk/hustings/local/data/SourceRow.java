package uk.hustings.local.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A row of one of our CSV files, read by column name. */
public record SourceRow(NamedCsvRecord cells) {

    public static List<SourceRow> of(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().map(SourceRow::new).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cell's text, empty if it is not known. */
    public String text(String column) {
        return cells.getField(column).strip();
    }

    /** The cell's number, null if it is not known. */
    public Integer number(String column) {
        String text = text(column);
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** The cell's day, null if it is not known. */
    public LocalDate day(String column) {
        String text = text(column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
