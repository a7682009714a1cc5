package uk.hustings.api.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.CharConversionException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.api.text.domain.Limits;

/** A CSV body, read row by row: header checked first, cells read by name, every fault counted with its line. */
public final class Sheet {

    /** Characters that a row may have; more are a quote that was never closed rather than a row. */
    static final int MOST_IN_ROW = 1 << 20;

    private static final int MOST_TOLD = 200;

    private final List<String> header;
    private final Iterator<NamedCsvRecord> records;
    private final NamedCsvRecord first;
    private final int mostRows;
    private final Faults faults = new Faults();

    private Sheet(NamedCsvRecord first, Iterator<NamedCsvRecord> others, int mostRows) {
        this.header = first.getHeader();
        this.first = first;
        this.records = others;
        this.mostRows = mostRows;
    }

    /**
     * Begins to read a CSV text; a byte order mark and Windows line ends are welcome.
     *
     * @param required columns that must be there
     * @param optional whether a further column is known; an unknown one is refused
     * @throws uk.hustings.api.problem.Problem BROKEN_BODY if this is no CSV of these columns
     */
    public static Sheet read(String csv, Collection<String> required, Predicate<String> optional) {
        return read(new StringReader(csv), required, optional, Integer.MAX_VALUE);
    }

    /**
     * Begins to read a CSV text of any size; it need not fit into memory, and no more than a row of it is kept.
     *
     * @param utf8 stays open
     * @param mostRows how many rows the file may have
     * @throws uk.hustings.api.problem.Problem BROKEN_BODY if this is no CSV of these columns in UTF-8
     */
    public static Sheet read(InputStream utf8, Collection<String> required, Predicate<String> optional, int mostRows) {
        return read(new InputStreamReader(utf8, UTF_8.newDecoder()), required, optional, mostRows);
    }

    private static Sheet read(Reader csv, Collection<String> required, Predicate<String> optional, int mostRows) {
        Iterator<NamedCsvRecord> records = CsvReader.builder()
                .detectBomHeader(false)
                .maxBufferSize(MOST_IN_ROW)
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .build(
                        NamedCsvRecordHandler.of(
                                limits -> limits.maxFieldSize(MOST_IN_ROW).maxRecordSize(MOST_IN_ROW)),
                        new CsvText(csv))
                .iterator();
        if (!hasNext(records)) {
            throw broken("The file has no rows; expected a header line with " + required + " and at least one row.");
        }
        NamedCsvRecord first = records.next();
        checkHeader(first.getHeader(), required, optional);
        return new Sheet(first, records, mostRows);
    }

    private static void checkHeader(List<String> header, Collection<String> required, Predicate<String> optional) {
        Set<String> missing = new LinkedHashSet<>(required);
        header.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw broken("Columns are missing: " + missing);
        }
        List<String> unknown = header.stream()
                .filter(column -> !required.contains(column) && !optional.test(column))
                .toList();
        if (!unknown.isEmpty()) {
            throw broken("Columns are not known: " + unknown);
        }
    }

    public List<String> header() {
        return header;
    }

    /**
     * Reads every row, once. A row with a fault gives nothing, and the others are read all the same so that every fault
     * is told at once.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming each row and column at fault; BROKEN_BODY if a row is
     *     no CSV or too long; BODY_TOO_LARGE if there are too many
     */
    public <T> List<T> rows(Function<Row, T> reader) {
        List<T> read = new ArrayList<>();
        forEach(reader, read::add);
        return read;
    }

    /** As {@link #rows}, handing on each item as soon as it is read; whether a later row is at fault is not known then. */
    public <T> void forEach(Function<Row, T> reader, Consumer<? super T> taker) {
        take(first, reader, taker);
        for (int rows = 1; hasNext(records); rows++) {
            if (rows == mostRows) {
                throw ProblemType.BODY_TOO_LARGE.because(
                        "The file has more than %d rows; nothing was written.".formatted(mostRows));
            }
            take(records.next(), reader, taker);
        }
        faults.refuse();
    }

    private <T> void take(NamedCsvRecord record, Function<Row, T> reader, Consumer<? super T> taker) {
        // The reader holds rows to the first row, not to the header.
        if (record.getFieldCount() != header.size()) {
            throw broken("The file is not CSV with as many cells in each row as in the header: line %d has %d, not %d."
                    .formatted(record.getStartingLineNumber(), record.getFieldCount(), header.size()));
        }
        faults.unless(() -> reader.apply(new Row(record)), taker);
    }

    private static boolean hasNext(Iterator<NamedCsvRecord> records) {
        try {
            return records.hasNext();
        } catch (CsvParseException unreadable) {
            throw broken(
                    "The file is not CSV with as many cells in each row as in the header: " + unreadable.getMessage());
        } catch (UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw broken("The file is not in UTF-8.");
            }
            if (unreadable.getCause() instanceof CharConversionException noText) {
                throw broken(noText.getMessage());
            }
            throw unreadable;
        }
    }

    private static BigDecimal ordinary(String text) {
        BigDecimal number = new BigDecimal(text);
        if (!Limits.isOrdinary(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static LocalDate ordinaryDay(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!Limits.isOrdinary(day)) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    /** A cell may be as long as a book; where it stands says enough. */
    private static String told(String text) {
        return text.length() <= MOST_TOLD ? text : text.substring(0, MOST_TOLD) + "…";
    }

    private static RuntimeException broken(String detail) {
        return ProblemType.BROKEN_BODY.because(detail);
    }

    /** One row; a cell that cannot be read becomes a fault and gives null. */
    public final class Row {

        private final NamedCsvRecord csvRecord;

        private Row(NamedCsvRecord csvRecord) {
            this.csvRecord = csvRecord;
        }

        /** Line of the file, the header being 1. */
        public int line() {
            return (int) csvRecord.getStartingLineNumber();
        }

        public void fault(String column, String detail) {
            faults.add(FieldError.inRow(line(), column, detail));
        }

        /** The cell's text without outer blanks; null if it is empty, or at fault for a control character or a line break. */
        public String text(String column) {
            String cell = Characters.stripped(csvRecord.getField(column));
            return cell == null ? null : plain(column, cell);
        }

        /** Whether the cell has no text at all; one that cannot be read is not empty. */
        public boolean isEmpty(String column) {
            return Characters.stripped(csvRecord.getField(column)) == null;
        }

        public String requiredText(String column) {
            String cell = Characters.stripped(csvRecord.getField(column));
            if (cell == null) {
                fault(column, "must not be empty");
                return null;
            }
            return plain(column, cell);
        }

        private String plain(String column, String cell) {
            if (!Characters.isPlain(cell)) {
                fault(column, Characters.PLAIN);
                return null;
            }
            return FormulaGuard.unguard(cell);
        }

        public Integer wholeNumber(String column) {
            return parsed(column, "a whole number", Integer::valueOf);
        }

        public BigDecimal decimal(String column) {
            return parsed(column, "a number", Sheet::ordinary);
        }

        public LocalDate date(String column) {
            return parsed(column, "a date (YYYY-MM-DD) " + Limits.YEARS, Sheet::ordinaryDay);
        }

        /** @param expected what {@code parser} reads, in words; it throws IllegalArgumentException on anything else */
        public <V> V parsed(String column, String expected, Function<String, V> parser) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                fault(column, "must be %s, was \"%s\"".formatted(expected, told(text)));
                return null;
            }
        }
    }
}
