package uk.hustings.seats.seat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.facts.SheetOf;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.PostcodeCentroid;
import uk.hustings.seats.seat.domain.SeatKey;

/** Postcode centroids as a CSV file brings them, one for each seat. */
record PostcodeCentroidSheet(Map<SeatKey, PostcodeCentroid> items, Map<SeatKey, Integer> lines)
        implements SheetOf<SeatKey, PostcodeCentroid> {

    static final Map<String, Function<PostcodeCentroid, ?>> COMPARED = Map.of(
            "postcodeLat", centroid -> centroid.place().lat(),
            "postcodeLon", centroid -> centroid.place().lon());

    private static final Set<String> COLUMNS = Set.of("boundarySet", "seatCode", "postcodeLat", "postcodeLon");

    /** @param known the seats that are recorded */
    static PostcodeCentroidSheet read(String csv, Set<SeatKey> known) {
        PostcodeCentroidSheet sheet = new PostcodeCentroidSheet(new LinkedHashMap<>(), new LinkedHashMap<>());
        Sheet.read(csv, COLUMNS, column -> false).rows(row -> sheet.add(row, known));
        return sheet;
    }

    private PostcodeCentroid add(Sheet.Row row, Set<SeatKey> known) {
        SeatKey seat = KnownSeat.read(row, "boundarySet", "seatCode", known);
        Double lat = SeatSheet.coordinate(row, "postcodeLat", 90);
        Double lon = SeatSheet.coordinate(row, "postcodeLon", 180);
        if (seat == null || lat == null || lon == null) {
            return null;
        }
        PostcodeCentroid centroid = new PostcodeCentroid(seat, new Centroid(lat, lon));
        keep(row, "seatCode", seat, centroid);
        return centroid;
    }
}
