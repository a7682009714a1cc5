package uk.hustings.seats.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.seat.domain.Seat;

/** A region as the API shows it. */
@Schema(name = "Region")
record RegionView(
        @Schema(examples = "E12000004") String regionCode,
        @Schema(examples = "East Midlands") String name,
        @Schema(examples = "England") String country,
        @Schema(examples = "2010") String boundarySet,

        @Schema(description = "That the region has in this boundary set", examples = "46")
        long seats) {

    /** @param any seat of the region */
    static RegionView of(Seat any, long seats) {
        return new RegionView(any.regionCode(), any.regionName(), any.country(), any.boundarySet(), seats);
    }
}
