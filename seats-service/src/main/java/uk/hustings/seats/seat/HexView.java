package uk.hustings.seats.seat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.seat.domain.Hex;

/** A seat's place on the hex map of its boundary set, as the API shows it. */
@Schema(name = "Hex", description = "Place on the hex map of the boundary set, layout odd-r")
record HexView(
        @Schema(examples = "-3") int q,
        @Schema(examples = "4") int r) {

    /** @param hex null if there is no hex map */
    static HexView of(Hex hex) {
        return hex == null ? null : new HexView(hex.q(), hex.r());
    }
}
