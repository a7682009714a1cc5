package uk.hustings.seats.seat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.ContestView;
import uk.hustings.seats.facts.domain.Standing;

/** A seat, how it stands on a day and the result that says so, as the API shows it. */
@Schema(name = "SeatDetail")
record SeatDetail(
        SeatCode seatCode,
        @Schema(examples = "2010") String boundarySet,
        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "E12000002") String regionCode,
        @Schema(examples = "North West") String regionName,
        @Schema(examples = "England") String country,
        @Schema(nullable = true, examples = "Cheshire") String county,
        @Schema(examples = "County") String type,

        @Schema(description = "When the boundary set came into force", examples = "79728")
        int electorate,

        CentroidView centroid,

        @Schema(nullable = true, description = "Party that holds the seat; null if no result says so", examples = "con")
        String holder,

        @Schema(nullable = true, description = "Majority in points of the valid votes", examples = "11.8354")
        Double majorityPct,

        @Schema(nullable = true, description = "Majority in votes", examples = "6046")
        Integer majorityVotes,

        @Schema(nullable = true, description = "The latest result polled by that day, by-elections included")
        ContestView latestResult) {

    static SeatDetail of(Standing standing) {
        SeatView seat = SeatView.of(standing);
        return new SeatDetail(
                seat.seatCode(),
                seat.boundarySet(),
                seat.name(),
                seat.regionCode(),
                seat.regionName(),
                seat.country(),
                seat.county(),
                seat.type(),
                seat.electorate(),
                seat.centroid(),
                seat.holder(),
                seat.majorityPct(),
                seat.majorityVotes(),
                standing.latest() == null ? null : ContestView.of(standing.latest(), seat.name()));
    }
}
