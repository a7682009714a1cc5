package uk.hustings.seats.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Seat;

/**
 * Seats as a CSV file brings them.
 *
 * @param seats by code, in the order of the file
 * @param lines line of each seat in the file
 */
record SeatSheet(Map<SeatCode, Seat> seats, Map<SeatCode, Integer> lines) {

    /** The columns, in order. */
    static final Map<String, Function<Seat, ?>> COLUMNS = columns();

    /** A metre or so; what is finer is not recorded. */
    private static final int COORDINATE_DECIMALS = 5;

    private static final List<String> REQUIRED_TEXTS = List.of("name", "regionCode", "regionName", "country", "type");

    /** @throws uk.hustings.api.problem.Problem BROKEN_BODY or INVALID_INPUT */
    static SeatSheet read(String csv) {
        SeatSheet sheet = new SeatSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS.keySet(), column -> false).rows(sheet::add);
        return sheet;
    }

    private Seat add(Sheet.Row row) {
        SeatCode code = required(
                row, "seatCode", row.parsed("seatCode", "a capital letter and eight digits", SeatCode::fromString));
        String boundarySet = row.requiredText("boundarySet");
        if (boundarySet != null && !boundarySet.equals(Seat.BOUNDARY_SET)) {
            row.fault("boundarySet", "must be " + Seat.BOUNDARY_SET);
        }
        REQUIRED_TEXTS.forEach(row::requiredText);
        Integer electorate = required(row, "electorate", row.wholeNumber("electorate"));
        if (electorate != null && electorate <= 0) {
            row.fault("electorate", "must be more than 0");
        }
        Double lat = coordinate(row, "centroidLat", 90);
        Double lon = coordinate(row, "centroidLon", 180);
        if (code == null || electorate == null || lat == null || lon == null) {
            return null;
        }
        Seat seat = new Seat(
                code,
                boundarySet,
                row.text("name"),
                row.text("regionCode"),
                row.text("regionName"),
                row.text("country"),
                row.text("county"),
                row.text("type"),
                electorate,
                new Centroid(lat, lon));
        if (seats.putIfAbsent(code, seat) != null) {
            row.fault("seatCode", "stands in line %d already".formatted(lines.get(code)));
        }
        lines.putIfAbsent(code, row.line());
        return seat;
    }

    private static Double coordinate(Sheet.Row row, String column, int most) {
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
        return columns;
    }
}
