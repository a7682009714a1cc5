package uk.hustings.seats.seat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.seat.domain.Centroid;

/** The middle of a seat's area, degrees WGS84. */
@Schema(name = "Centroid", description = "The middle of a seat's area, degrees WGS84")
public record CentroidView(
        @Schema(examples = "53.06246") double lat,
        @Schema(examples = "-2.42874") double lon) {

    public static CentroidView of(Centroid centroid) {
        return new CentroidView(centroid.lat(), centroid.lon());
    }
}
