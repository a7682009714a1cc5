package uk.hustings.seats.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Hex;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * Seats as a CSV file brings them.
 *
 * @param items the seats, in the order of the file
 * @param lines line of each seat in the file
 */
record SeatSheet(Map<SeatKey, Seat> items, Map<SeatKey, Integer> lines) implements SheetOf<SeatKey, Seat> {

    /** The columns, in order. */
    static final Map<String, Function<Seat, ?>> COLUMNS = columns();

    private static final BigDecimal MOST_KM2 = BigDecimal.valueOf(1_000_000);

    /** A metre or so; what is finer is not recorded. */
    private static final int COORDINATE_DECIMALS = 5;

    private static final Pattern BOUNDARY_SET = Pattern.compile("[a-z0-9-]{1,20}");

    private static final Set<String> OPTIONAL = Set.of("areaKm2", "hexQ", "hexR");

    private static final List<String> REQUIRED = COLUMNS.keySet().stream()
            .filter(column -> !OPTIONAL.contains(column))
            .toList();

    private static final List<String> REQUIRED_TEXTS = List.of("name", "regionCode", "regionName", "country", "type");

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY or INVALID_INPUT */
    static SeatSheet read(String csv) {
        SeatSheet sheet = new SeatSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet rows = Sheet.read(csv, REQUIRED, OPTIONAL::contains);
        Set<String> columns = Set.copyOf(rows.header());
        rows.rows(row -> sheet.add(row, columns));
        return sheet;
    }

    private Seat add(Sheet.Row row, Set<String> columns) {
        SeatCode code = required(
                row, "seatCode", row.parsed("seatCode", "a capital letter and eight digits", SeatCode::fromString));
        String boundarySet = row.requiredText("boundarySet");
        if (boundarySet != null && !BOUNDARY_SET.matcher(boundarySet).matches()) {
            row.fault("boundarySet", "must be digits, small letters and hyphens, 20 at most");
        }
        REQUIRED_TEXTS.forEach(row::requiredText);
        Integer electorate = required(row, "electorate", row.wholeNumber("electorate"));
        if (electorate != null && electorate <= 0) {
            row.fault("electorate", "must be more than 0");
        }
        Double lat = coordinate(row, "centroidLat", 90);
        Double lon = coordinate(row, "centroidLon", 180);
        Double area = columns.contains("areaKm2") ? area(row) : null;
        Hex hex = columns.contains("hexQ") && columns.contains("hexR") ? hex(row) : null;
        if (code == null || boundarySet == null || electorate == null || lat == null || lon == null) {
            return null;
        }
        SeatKey key = new SeatKey(boundarySet, code);
        Seat seat = new Seat(
                key,
                row.text("name"),
                row.text("regionCode"),
                row.text("regionName"),
                row.text("country"),
                row.text("county"),
                row.text("type"),
                electorate,
                new Centroid(lat, lon),
                area,
                hex,
                null);
        keep(row, "seatCode", key, seat);
        return seat;
    }

    private static Double area(Sheet.Row row) {
        BigDecimal area = row.decimal("areaKm2");
        if (area == null) {
            return null;
        }
        BigDecimal rounded = area.setScale(1, RoundingMode.HALF_UP);
        if (rounded.signum() <= 0 || rounded.compareTo(MOST_KM2) > 0) {
            row.fault("areaKm2", "must be 0.1 to 1,000,000");
        }
        return rounded.doubleValue();
    }

    private static Hex hex(Sheet.Row row) {
        Integer q = row.wholeNumber("hexQ");
        Integer r = row.wholeNumber("hexR");
        if ((q == null) != (r == null)) {
            row.fault(q == null ? "hexQ" : "hexR", "must be given with the other, or neither");
        }
        return q == null || r == null ? null : new Hex(q, r);
    }

    /** Degrees as they are recorded; null, with a fault in the row, if the cell has none of this range. */
    static Double coordinate(Sheet.Row row, String column, int most) {
        BigDecimal degrees = required(row, column, row.decimal(column));
        if (degrees == null) {
            return null;
        }
        if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            row.fault(column, "must be -%d to %d degrees".formatted(most, most));
        }
        return degrees.setScale(COORDINATE_DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    private static <T> T required(Sheet.Row row, String column, T value) {
        if (value == null) {
            row.requiredText(column);
        }
        return value;
    }

    private static Map<String, Function<Seat, ?>> columns() {
        Map<String, Function<Seat, ?>> columns = new LinkedHashMap<>();
        columns.put("boundarySet", Seat::boundarySet);
        columns.put("seatCode", Seat::code);
        columns.put("name", Seat::name);
        columns.put("regionCode", Seat::regionCode);
        columns.put("regionName", Seat::regionName);
        columns.put("country", Seat::country);
        columns.put("county", Seat::county);
        columns.put("type", Seat::type);
        columns.put("electorate", Seat::electorate);
        columns.put("centroidLat", seat -> seat.centroid().lat());
        columns.put("centroidLon", seat -> seat.centroid().lon());
        columns.put("areaKm2", Seat::areaKm2);
        columns.put("hexQ", seat -> seat.hex() == null ? null : seat.hex().q());
        columns.put("hexR", seat -> seat.hex() == null ? null : seat.hex().r());
        return columns;
    }
}
