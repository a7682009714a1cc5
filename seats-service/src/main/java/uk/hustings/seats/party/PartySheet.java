package uk.hustings.seats.party;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.party.domain.Party;

/**
 * Parties as a CSV file brings them.
 *
 * @param parties by code, in the order of the file
 * @param lines line of each party in the file
 */
record PartySheet(Map<String, Party> parties, Map<String, Integer> lines) {

    /** The columns, in order. */
    static final Map<String, Function<Party, ?>> COLUMNS = columns();

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-F]{6}");

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY or INVALID_INPUT */
    static PartySheet read(String csv) {
        PartySheet sheet = new PartySheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS.keySet(), column -> false).rows(sheet::add);
        return sheet;
    }

    private Party add(Sheet.Row row) {
        String code = row.parsed("code", "lower-case letters, digits and hyphens", matching(CODE));
        String name = row.requiredText("name");
        String colour = row.parsed("colour", "# and six hexadecimal digits", text -> matching(COLOUR)
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
        if (parties.putIfAbsent(code, party) != null) {
            row.fault("code", "stands in line %d already".formatted(lines.get(code)));
        }
        lines.putIfAbsent(code, row.line());
        return party;
    }

    private static Function<String, String> matching(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
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
