package uk.hustings.seats.seat;

import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** A seat of other boundaries that has something in common with the one asked for, as the API shows it. */
@Schema(name = "Overlap")
record OverlapView(
        SeatCode seatCode,
        @Schema(examples = "2024") String boundarySet,
        @Schema(examples = "Crewe and Nantwich") String name,

        @Schema(description = "By people") Parts population,

        @Schema(description = "By homes") Parts dwellings,

        @Schema(description = "By square kilometres") Parts area) {

    static final Comparator<OverlapView> LARGEST_FIRST = Comparator.comparing(
                    (OverlapView view) -> view.population.ofThisSeat())
            .reversed()
            .thenComparing(OverlapView::seatCode);

    @Schema(name = "OverlapParts")
    record Parts(
            @Schema(description = "Part of the seat asked for that lies in the other one, 0 to 1", examples = "0.93")
            double ofThisSeat,

            @Schema(description = "Part of the other one that lies in the seat asked for, 0 to 1", examples = "0.88")
            double ofOtherSeat) {

        private static Parts of(Overlap.Parts parts, boolean otherIsNew) {
            return otherIsNew ? new Parts(parts.ofFrom(), parts.ofTo()) : new Parts(parts.ofTo(), parts.ofFrom());
        }
    }

    static OverlapView of(Seat other, Overlap overlap, SeatKey key) {
        boolean otherIsNew = key.equals(overlap.to());
        return new OverlapView(
                other.code(),
                other.boundarySet(),
                other.name(),
                Parts.of(overlap.population(), otherIsNew),
                Parts.of(overlap.dwellings(), otherIsNew),
                Parts.of(overlap.area(), otherIsNew));
    }
}
