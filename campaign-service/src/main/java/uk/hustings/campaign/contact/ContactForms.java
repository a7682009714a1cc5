package uk.hustings.campaign.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.intake.JsonItems;
import uk.hustings.api.intake.JsonLines;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.FieldError;
import uk.hustings.campaign.contact.domain.CanvassCode;
import uk.hustings.campaign.contact.domain.StatedCount;

/** The forms in which rows are sent. */
final class ContactForms {

    /** Characters that an id of a source may have. */
    static final int LONGEST_SOURCE = 128;

    private static final String LIST = "rows";
    private static final String SOURCE = "sourceBatchId";
    private static final Set<String> REQUIRED = Set.of("seatCode", "day", "channel", "contacts");
    private static final Set<String> FIGURES =
            Arrays.stream(CanvassCode.values()).map(CanvassCode::field).collect(Collectors.toUnmodifiableSet());

    /** Reads rows of a form. */
    interface Form {

        /** @return the source's id for them; null if it has none */
        String read(InputStream body, ImportedContacts into);
    }

    private ContactForms() {}

    /** {@code {"sourceBatchId": …, "rows": [ … ]}}. */
    static Form json(ObjectMapper json) {
        return (body, into) -> {
            JsonItems<ContactRow> items = JsonItems.of(json, body, LIST, ContactRow.class, ImportedContacts.MOST_ROWS)
                    .withText(SOURCE);
            int[] read = new int[1];
            items.forEach(
                    item -> {
                        OfItem spot = new OfItem(item, read[0]++);
                        return into.entry(
                                item.value().stated(),
                                spot,
                                (field, detail) -> FieldError.at(item.place() + "/" + field, detail));
                    },
                    into::add);
            String source = items.text(SOURCE);
            if (read[0] == 0) {
                Faults.refuseAny(List.of(FieldError.at("/" + LIST, "must have at least one row")));
            }
            if (source != null && !acceptable(source)) {
                Faults.refuseAny(List.of(FieldError.at(
                        "/" + SOURCE,
                        "must have 1 to %d characters, had %d".formatted(LONGEST_SOURCE, source.length()))));
            }
            return source;
        };
    }

    /** One object in each line. */
    static Form ndjson(ObjectMapper json, String source) {
        return (body, into) -> {
            JsonLines.of(json, body, ContactRow.class, ImportedContacts.MOST_ROWS)
                    .forEach(
                            line -> into.entry(
                                    line.value().stated(),
                                    new OfLine(
                                            line.number(),
                                            (field, detail) -> line.fault("/" + CanvassCodes.within(field), detail)),
                                    (field, detail) -> FieldError.inRow(line.number(), field, detail)),
                            into::add);
            return source;
        };
    }

    /** A header line, then a line for each row. */
    static Form csv(String source) {
        return (body, into) -> {
            Sheet sheet = Sheet.read(
                    body,
                    REQUIRED,
                    column -> column.equals("localParty") || column.equals("attempts") || FIGURES.contains(column),
                    ImportedContacts.MOST_ROWS);
            Set<String> header = Set.copyOf(sheet.header());
            sheet.forEach(row -> new Cells(row, header).entry(into), into::add);
            return source;
        };
    }

    static boolean acceptable(String source) {
        return !source.isEmpty() && source.length() <= LONGEST_SOURCE;
    }

    /** An item of a JSON list. */
    private record OfItem(JsonItems<ContactRow>.Item item, int number) implements ImportedContacts.Spot {

        @Override
        public void add(String field, String detail) {
            item.fault("/" + CanvassCodes.within(field), detail);
        }

        @Override
        public String name(int other) {
            return "/%s/%d".formatted(LIST, other);
        }
    }

    /** A line of a file. */
    private record OfLine(int number, StatedCount.Faults faults) implements ImportedContacts.Spot {

        @Override
        public void add(String field, String detail) {
            faults.add(field, detail);
        }

        @Override
        public String name(int other) {
            return "line " + other;
        }
    }

    /** The cells of a row; one that could not be read is not found fault with again. */
    private static final class Cells {

        private final Sheet.Row row;
        private final Set<String> header;
        private final Set<String> unreadable = new HashSet<>();

        Cells(Sheet.Row row, Set<String> header) {
            this.row = row;
            this.header = header;
        }

        ImportedContacts.Entry entry(ImportedContacts into) {
            Map<CanvassCode, Integer> codes = new EnumMap<>(CanvassCode.class);
            for (CanvassCode code : CanvassCode.values()) {
                Integer number = wholeNumber(code.field());
                if (number != null) {
                    codes.put(code, number);
                }
            }
            StatedCount count = new StatedCount(
                    read("day", "a date (YYYY-MM-DD)", LocalDate::parse),
                    text("channel"),
                    wholeNumber("attempts"),
                    wholeNumber("contacts"),
                    codes.isEmpty() ? Map.of() : codes);
            return into.entry(
                    new ImportedContacts.Row(text("localParty"), text("seatCode"), count),
                    new OfLine(row.line(), this::fault),
                    (field, detail) -> FieldError.inRow(row.line(), field, detail));
        }

        private void fault(String column, String detail) {
            if (!unreadable.contains(column)) {
                row.fault(column, detail);
            }
        }

        private Integer wholeNumber(String column) {
            return read(column, "a whole number", Integer::valueOf);
        }

        private String text(String column) {
            return header.contains(column) ? row.text(column) : null;
        }

        private <V> V read(String column, String expected, Function<String, V> parser) {
            if (!header.contains(column)) {
                return null;
            }
            V value = row.parsed(column, expected, parser);
            if (value == null && row.text(column) != null) {
                unreadable.add(column);
            }
            return value;
        }
    }
}
