package uk.hustings.seats.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * Overlaps of old and new seats as a CSV file brings them.
 *
 * @param items by the old and the new seat
 */
record OverlapSheet(Map<List<SeatKey>, Overlap> items, Map<List<SeatKey>, Integer> lines)
        implements SheetOf<List<SeatKey>, Overlap> {

    static final Map<String, Function<Overlap, ?>> COMPARED = compared();

    private static final List<String> COLUMNS = Stream.concat(
                    Stream.of("fromBoundarySet", "fromSeatCode", "toBoundarySet", "toSeatCode"),
                    COMPARED.keySet().stream())
            .toList();

    private static final int DECIMALS = 9;

    /** @param known the seats that are recorded */
    static OverlapSheet read(String csv, Set<SeatKey> known) {
        OverlapSheet sheet = new OverlapSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS, column -> false).rows(row -> sheet.add(row, known));
        return sheet;
    }

    static List<SeatKey> keyOf(Overlap overlap) {
        return List.of(overlap.from(), overlap.to());
    }

    private Overlap add(Sheet.Row row, Set<SeatKey> known) {
        SeatKey from = KnownSeat.read(row, "fromBoundarySet", "fromSeatCode", known);
        SeatKey to = KnownSeat.read(row, "toBoundarySet", "toSeatCode", known);
        Overlap.Parts population = parts(row, "Population");
        Overlap.Parts dwellings = parts(row, "Dwellings");
        Overlap.Parts area = parts(row, "Area");
        if (from == null || to == null) {
            return null;
        }
        if (from.boundarySet().equals(to.boundarySet())) {
            row.fault("toBoundarySet", "must be another set than fromBoundarySet");
        }
        Overlap overlap = new Overlap(from, to, population, dwellings, area);
        keep(row, "fromSeatCode", keyOf(overlap), overlap);
        return overlap;
    }

    private static Overlap.Parts parts(Sheet.Row row, String by) {
        return new Overlap.Parts(fraction(row, "from" + by + "Fraction"), fraction(row, "to" + by + "Fraction"));
    }

    private static double fraction(Sheet.Row row, String column) {
        BigDecimal fraction = row.decimal(column);
        if (fraction == null || fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            row.fault(column, "must be 0 to 1");
            return 0;
        }
        return fraction.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    private static Map<String, Function<Overlap, ?>> compared() {
        Map<String, Function<Overlap, ?>> fields = new LinkedHashMap<>();
        fields.put("fromPopulationFraction", overlap -> overlap.population().ofFrom());
        fields.put("toPopulationFraction", overlap -> overlap.population().ofTo());
        fields.put("fromDwellingsFraction", overlap -> overlap.dwellings().ofFrom());
        fields.put("toDwellingsFraction", overlap -> overlap.dwellings().ofTo());
        fields.put("fromAreaFraction", overlap -> overlap.area().ofFrom());
        fields.put("toAreaFraction", overlap -> overlap.area().ofTo());
        return fields;
    }
}
