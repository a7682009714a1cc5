package uk.hustings.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.hustings.api.intake.FormulaGuard;
import uk.hustings.api.response.PacedBody;

/**
 * The columns of a CSV file. A file has a header line and then a line for each row, ended by a line feed. Text that a
 * spreadsheet would run is guarded.
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

    /** A file of rows that were made for it. */
    public CsvFile csv(List<T> rows) {
        return file(() -> rows.stream(), CsvFile.Source.OWN_MEMORY);
    }

    /**
     * A file of rows that are made one by one of what is in memory anyway.
     *
     * @param rows asked for twice; both times the same
     */
    public CsvFile csv(Supplier<Stream<T>> rows) {
        return file(rows, CsvFile.Source.SHARED_MEMORY);
    }

    /**
     * A file of rows that are read page by page.
     *
     * @param pageAfter the page that follows a row, which is null for the first page; none follows an empty one
     */
    public CsvFile csv(Function<T, Uni<List<T>>> pageAfter) {
        Multi<Buffer> pages = Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<T>::new,
                        last -> pageAfter.apply(last.get()).invoke(page -> {
                            if (!page.isEmpty()) {
                                last.set(page.get(page.size() - 1));
                            }
                        }))
                .whilst(page -> !page.isEmpty())
                .filter(page -> !page.isEmpty())
                .map(page -> Buffer.buffer(lines(page.iterator(), Integer.MAX_VALUE)));
        Multi<Buffer> header = Multi.createFrom().item(() -> Buffer.buffer(header()));
        return new CsvFile(Multi.createBy().concatenating().streams(header, pages), CsvFile.Source.DATABASE);
    }

    private CsvFile file(Supplier<Stream<T>> rows, CsvFile.Source source) {
        return new CsvFile(Multi.createFrom().iterable(() -> slices(rows.get().iterator())), source);
    }

    private Iterator<Buffer> slices(Iterator<T> rows) {
        return new Iterator<>() {

            private boolean begun;

            @Override
            public boolean hasNext() {
                return !begun || rows.hasNext();
            }

            @Override
            public Buffer next() {
                String head = begun ? "" : header();
                begun = true;
                return Buffer.buffer(head + lines(rows, PacedBody.SLICE_BYTES));
            }
        };
    }

    private String header() {
        StringWriter text = new StringWriter();
        writer(text).writeRecord(columns.stream().map(Column::name).toList());
        return text.toString();
    }

    /** Lines of rows until they have so many characters, or there are no more rows. */
    private String lines(Iterator<T> rows, int enough) {
        StringWriter text = new StringWriter();
        CsvWriter writer = writer(text);
        while (rows.hasNext() && text.getBuffer().length() < enough) {
            T row = rows.next();
            writer.writeRecord(columns.stream()
                    .map(column -> cell(column.value.apply(row)))
                    .toList());
        }
        return text.toString();
    }

    private static CsvWriter writer(StringWriter text) {
        return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : FormulaGuard.guard(value.toString());
    }
}
