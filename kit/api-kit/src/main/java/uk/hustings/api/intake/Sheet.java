package uk.hustings.api.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

/** A CSV body: header checked, cells read by name, every fault collected with its line. */
public final class Sheet {

    private static final int MAX_DIGITS = 30;

    private final List<String> header;
    private final List<NamedCsvRecord> records;
    private final List<FieldError> faults = new ArrayList<>();

    private Sheet(List<String> header, List<NamedCsvRecord> records) {
        this.header = header;
        this.records = records;
    }

    /**
     * Reads a CSV text; a byte order mark and Windows line ends are welcome.
     *
     * @param required columns that must be there
     * @param optional whether a further column is known; an unknown one is refused
     * @throws uk.hustings.api.problem.Problem BROKEN_BODY if this is no CSV of these columns
     */
    public static Sheet read(String csv, Collection<String> required, Predicate<String> optional) {
        if (csv.indexOf('\0') >= 0) {
            throw broken("The file contains a NUL character.");
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            List<NamedCsvRecord> records = reader.stream().toList();
            if (records.isEmpty()) {
                throw broken(
                        "The file has no rows; expected a header line with " + required + " and at least one row.");
            }
            List<String> header = records.get(0).getHeader();
            refuseOddRows(header, records);
            Set<String> missing = new LinkedHashSet<>(required);
            missing.removeAll(header);
            if (!missing.isEmpty()) {
                throw broken("Columns are missing: " + missing);
            }
            List<String> unknown = header.stream()
                    .filter(column -> !required.contains(column) && !optional.test(column))
                    .toList();
            if (!unknown.isEmpty()) {
                throw broken("Columns are not known: " + unknown);
            }
            return new Sheet(header, records);
        } catch (CsvParseException unreadable) {
            throw broken(
                    "The file is not CSV with as many cells in each row as in the header: " + unreadable.getMessage());
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The reader holds rows to the first row, not to the header. */
    private static void refuseOddRows(List<String> header, List<NamedCsvRecord> records) {
        for (NamedCsvRecord record : records) {
            if (record.getFieldCount() != header.size()) {
                throw broken(
                        "The file is not CSV with as many cells in each row as in the header: line %d has %d, not %d."
                                .formatted(record.getStartingLineNumber(), record.getFieldCount(), header.size()));
            }
        }
    }

    public List<String> header() {
        return header;
    }

    /**
     * Reads every row. A row with a fault gives nothing, and the others are read all the same so that every fault is
     * told at once.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming each row and column at fault
     */
    public <T> List<T> rows(Function<Row, T> reader) {
        List<T> read = new ArrayList<>(records.size());
        for (NamedCsvRecord record : records) {
            Row row = new Row(record);
            int before = faults.size();
            T item = reader.apply(row);
            if (faults.size() == before) {
                read.add(item);
            }
        }
        Faults.refuseAny(faults);
        return read;
    }

    /** To round a number of a billion digits, which a few characters can say, would take for ever. */
    private static BigDecimal ordinary(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            throw new IllegalArgumentException(text);
        }
        return number;
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

        /** The cell's text without outer blanks; null if it is empty. */
        public String text(String column) {
            String cell = csvRecord.getField(column).strip();
            return cell.isEmpty() ? null : FormulaGuard.unguard(cell);
        }

        public String requiredText(String column) {
            String text = text(column);
            if (text == null) {
                fault(column, "must not be empty");
            }
            return text;
        }

        public Integer wholeNumber(String column) {
            return parsed(column, "a whole number", Integer::valueOf);
        }

        public BigDecimal decimal(String column) {
            return parsed(column, "a number", Sheet::ordinary);
        }

        public LocalDate date(String column) {
            return parsed(column, "a date (YYYY-MM-DD)", LocalDate::parse);
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
                fault(column, "must be %s, was \"%s\"".formatted(expected, text));
                return null;
            }
        }
    }
}
