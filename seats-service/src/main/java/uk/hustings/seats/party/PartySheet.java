package uk.hustings.seats.party;

import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.party.domain.Party;

/**
 * Parties as a CSV file brings them.
 *
 * @param items the parties by code, in the order of the file
 * @param lines line of each party in the file
 */
record PartySheet(Map<String, Party> items, Map<String, Integer> lines) implements SheetOf<String, Party> {

    /** More than there have ever been; a file of more is something else. */
    private static final int MOST_PARTIES = 10_000;

    /** The columns, in order. */
    static final Map<String, Function<Party, ?>> COLUMNS = columns();

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY or INVALID_INPUT */
    static PartySheet read(InputStream csv) {
        PartySheet sheet = new PartySheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS.keySet(), column -> false, MOST_PARTIES).forEach(sheet::add, added -> {});
        return sheet;
    }

    private Party add(Sheet.Row row) {
        String code = row.parsed("code", "lower-case letters, digits and hyphens", such(Party::isCode));
        String name = row.requiredText("name");
        String colour = row.parsed("colour", "# and six hexadecimal digits", text -> such(Party::isColour)
                .apply(text.toUpperCase(Locale.ROOT)));
        String lineage = row.text("lineage");
        if (row.text("code") == null) {
            row.fault("code", "must not be empty");
        }
        if (row.text("colour") == null) {
            row.fault("colour", "must not be empty");
        }
        if (code == null || name == null || colour == null) {
            return null;
        }
        Party party = new Party(code, name, colour, lineage == null ? List.of() : Arrays.asList(lineage.split("\\s+")));
        keep(row, "code", code, party);
        return party;
    }

    private static Function<String, String> such(Predicate<String> test) {
        return text -> {
            if (!test.test(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    private static Map<String, Function<Party, ?>> columns() {
        Map<String, Function<Party, ?>> columns = new LinkedHashMap<>();
        columns.put("code", Party::code);
        columns.put("name", Party::name);
        columns.put("colour", Party::colour);
        columns.put("lineage", party -> String.join(" ", party.lineage()));
        return columns;
    }
}
