package uk.hustings.seats.seat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.SeatKey;

/**
 * Borders between seats as a CSV file brings them, each once.
 *
 * @param items by the two seats, whichever is named first
 */
record BorderSheet(Map<Set<SeatKey>, Border> items, Map<Set<SeatKey>, Integer> lines)
        implements SheetOf<Set<SeatKey>, Border> {

    static final Map<String, Function<Border, ?>> COMPARED = Map.of("sharedBoundaryKm", Border::sharedKm);

    private static final Set<String> COLUMNS = Set.of("boundarySet", "seatCodeA", "seatCodeB", "sharedBoundaryKm");

    private static final double MOST_KM = 100_000;

    /** @param known the seats that are recorded */
    static BorderSheet read(String csv, Set<SeatKey> known) {
        BorderSheet sheet = new BorderSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS, column -> false).rows(row -> sheet.add(row, known));
        return sheet;
    }

    static Set<SeatKey> keyOf(Border border) {
        return Set.of(new SeatKey(border.boundarySet(), border.a()), new SeatKey(border.boundarySet(), border.b()));
    }

    private Border add(Sheet.Row row, Set<SeatKey> known) {
        SeatKey a = KnownSeat.read(row, "boundarySet", "seatCodeA", known);
        SeatKey b = KnownSeat.read(row, "boundarySet", "seatCodeB", known);
        BigDecimal km = row.decimal("sharedBoundaryKm");
        double rounded = km == null ? 0 : km.setScale(2, RoundingMode.HALF_UP).doubleValue();
        if (rounded <= 0 || rounded > MOST_KM) {
            row.fault("sharedBoundaryKm", "must be 0.01 to 100,000");
        }
        if (a != null && a.equals(b)) {
            row.fault("seatCodeB", "must be another seat than seatCodeA");
        } else if (a != null && b != null && km != null) {
            Border border = Border.between(a.boundarySet(), a.code(), b.code(), rounded);
            keep(row, "seatCodeA", keyOf(border), border);
            return border;
        }
        return null;
    }
}
