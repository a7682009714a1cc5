package uk.hustings.campaign.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;

/** The forms in which many statements are sent. */
final class StatementForms {

    /** Statements that an import may have. */
    static final int MOST_ROWS = 100_000;

    static final String LIST = "statements";

    private static final Set<String> REQUIRED =
            Set.of("holderKind", "holder", "kind", "week", "basis", "amount", "source");
    private static final Set<String> OPTIONAL = Set.of("replaces", "reason");

    /** Reads the statements of a body. */
    interface Form {

        /** @throws uk.hustings.api.problem.Problem BROKEN_BODY; BODY_TOO_LARGE; INVALID_INPUT naming every fault */
        List<SentStatement.Checked> read(InputStream body, StatementValidator validator);
    }

    private StatementForms() {}

    /** {@code {"statements": [ … ]}}. */
    static Form json(ObjectMapper json) {
        return (body, validator) -> {
            List<SentStatement.Checked> checked = new ArrayList<>();
            int[] read = new int[1];
            JsonItems.of(json, body, LIST, StatementRow.class, MOST_ROWS)
                    .forEach(
                            item -> {
                                read[0]++;
                                return validator.check(
                                        item.value().sent(),
                                        new OfItem(item.place()),
                                        (field, detail) -> item.fault("/" + field, detail));
                            },
                            statement -> addUnlessNull(checked, statement));
            if (read[0] == 0) {
                Faults.refuseAny(List.of(FieldError.at("/" + LIST, "must have at least one statement")));
            }
            return checked;
        };
    }

    /** A header line, then a line for each statement. */
    static Form csv() {
        return (body, validator) -> {
            List<SentStatement.Checked> checked = new ArrayList<>();
            Sheet sheet = Sheet.read(body, REQUIRED, OPTIONAL::contains, MOST_ROWS);
            Set<String> header = Set.copyOf(sheet.header());
            sheet.forEach(
                    row -> new Cells(row, header).check(validator), statement -> addUnlessNull(checked, statement));
            return checked;
        };
    }

    /** A statement out of the caller's reach gives null without a fault. */
    private static void addUnlessNull(List<SentStatement.Checked> checked, SentStatement.Checked statement) {
        if (statement != null) {
            checked.add(statement);
        }
    }

    /** An item of a JSON list. */
    private record OfItem(String pointer) implements SentStatement.Place {

        @Override
        public String inWords() {
            return pointer;
        }

        @Override
        public FieldError error(String field, String detail) {
            return FieldError.at(pointer + "/" + field, detail);
        }
    }

    /** A line of a file. */
    private record OfLine(int number) implements SentStatement.Place {

        @Override
        public String inWords() {
            return "line " + number;
        }

        @Override
        public FieldError error(String field, String detail) {
            return FieldError.inRow(number, field, detail);
        }
    }

    /** The cells of a row; one that could not be read is at fault once. */
    private static final class Cells {

        private final Sheet.Row row;
        private final Set<String> header;
        private final Set<String> unreadable = new HashSet<>();

        Cells(Sheet.Row row, Set<String> header) {
            this.row = row;
            this.header = header;
        }

        SentStatement.Checked check(StatementValidator validator) {
            BigDecimal amount = read("amount", row::decimal);
            Integer replaces = header.contains("replaces") ? read("replaces", row::wholeNumber) : null;
            SentStatement sent = new SentStatement(
                    row.text("holderKind"),
                    row.text("holder"),
                    row.text("kind"),
                    row.text("week"),
                    row.text("basis"),
                    amount,
                    row.text("source"),
                    replaces,
                    header.contains("reason") ? row.text("reason") : null);
            return validator.check(sent, new OfLine(row.line()), (field, detail) -> {
                if (!unreadable.contains(field)) {
                    row.fault(field, detail);
                }
            });
        }

        private <V> V read(String column, Function<String, V> reader) {
            V value = reader.apply(column);
            if (value == null && row.text(column) != null) {
                unreadable.add(column);
            }
            return value;
        }
    }
}
