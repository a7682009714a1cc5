package uk.hustings.seats.seat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.seat.domain.Border;
import uk.hustings.seats.seat.domain.Seat;

/** A seat beside another as the API shows it. */
@Schema(name = "Neighbour")
record NeighbourView(
        SeatCode seatCode,
        @Schema(examples = "Eddisbury") String name,

        @Schema(
                nullable = true,
                description = "Party that holds it; null if it is vacant or no result says so",
                examples = "con")
        String holder,

        @Schema(
                description = "Length of the boundary that they share, kilometres, from generalised boundaries",
                examples = "41.3")
        double sharedBoundaryKm,

        @Schema(description = "Between the centroids, kilometres, great circle", examples = "18.2")
        double distanceKm) {

    static NeighbourView of(Seat seat, Standing neighbour, Border border) {
        Seat other = neighbour.seat();
        return new NeighbourView(
                other.code(),
                other.name(),
                neighbour.holder(),
                border.sharedKm(),
                seat.centroid().distanceKm(other.centroid()));
    }
}
