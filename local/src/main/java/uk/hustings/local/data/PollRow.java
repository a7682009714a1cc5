package uk.hustings.local.data;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question of a poll by column of the import. A column that is absent or empty is not known.
 *
 * @param cells in the order in which they were given
 */
record PollRow(Map<String, String> cells) {

    static final PollRow BLANK = new PollRow(Map.of());

    private static final String NOT_KNOWN = "";
    private static final String PCT = "Pct";
    private static final String OTHER_PCT = "otherPct";
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Pollsters call the same thing by other names in PollBase. */
    private static final Map<String, String> MODES = Map.of("Internet", "online", "Phone", "phone");

    /** Clients who had a stake in the figures. Of others the sources do not say. */
    private static final Set<String> PARTIES_AMONG_CLIENTS = Set.of("UKIP", "LibDems");

    /** The columns, beside the question, that tell one poll from another. */
    private static final List<String> KEY = List.of(
            "kind",
            "pollster",
            "client",
            "population",
            "geography",
            "regionCode",
            "seatCode",
            "boundarySet",
            "fieldworkStart",
            "fieldworkEnd");

    PollRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A poll of adults that everybody may know of. */
    static PollRow publicPoll(String pollster, String client, String question) {
        return BLANK.with("pollster", pollster)
                .with("client", client)
                .with("population", "adults")
                .with("question", question)
                .with("visibility", "public")
                .with("clientInterest", PARTIES_AMONG_CLIENTS.contains(client) ? "sponsor" : NOT_KNOWN);
    }

    PollRow with(String column, String cell) {
        Map<String, String> more = new LinkedHashMap<>(cells);
        more.put(column, cell);
        return new PollRow(more);
    }

    /** Of a seat on the boundaries of 2010. */
    PollRow inSeat(String seatCode) {
        return with("geography", "seat")
                .with("boundarySet", SeatFile.BOUNDARY_SET_2010)
                .with("seatCode", seatCode);
    }

    /** @param first the first day of fieldwork; each day empty if it is not known */
    PollRow fielded(String first, String last) {
        return with("fieldworkStart", first).with("fieldworkEnd", last);
    }

    /** @param mode in the words of PollBase */
    PollRow by(String mode) {
        return with("mode", MODES.getOrDefault(mode, mode));
    }

    /** @param options with a column {@code <option>_pct} in the source each */
    PollRow withSharesOf(SourceRow source, List<String> options) {
        PollRow row = this;
        for (String option : options) {
            row = row.with(option + PCT, source.text(option + "_pct"));
        }
        return row;
    }

    /** What is left of a hundred is others', unless it is told or rounding made the named ones more than a hundred. */
    PollRow withTheRestAsOthers() {
        BigDecimal rest = ALL.subtract(sumPct());
        return rest.signum() < 0 || !cell(OTHER_PCT).isEmpty() ? this : with(OTHER_PCT, rest.toPlainString());
    }

    /** All percentages together, those beside the shares included. */
    BigDecimal sumPct() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().endsWith(PCT) && !cell.getValue().isEmpty())
                .map(cell -> new BigDecimal(cell.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Empty if it is not known. */
    String cell(String column) {
        return cells.getOrDefault(column, NOT_KNOWN);
    }

    /** What two rows have in common if they are of the same poll. */
    List<String> key() {
        return KEY.stream().map(this::cell).toList();
    }
}
