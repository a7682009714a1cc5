package uk.hustings.seats.seat;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.ranking.domain.Gap;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.seat.domain.Seat;

/** A seat and how it stands on a day, as the API shows it. */
@Schema(name = "Seat")
record SeatView(
        SeatCode seatCode,
        @Schema(examples = "2010") String boundarySet,
        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "E12000002") String regionCode,
        @Schema(examples = "North West") String regionName,
        @Schema(examples = "England") String country,
        @Schema(nullable = true, examples = "Cheshire") String county,
        @Schema(examples = "county") String type,

        @Schema(description = "When the boundary set came into force", examples = "79728")
        int electorate,

        CentroidView centroid,

        @Schema(nullable = true, description = "Square kilometres", examples = "169.4")
        Double areaKm2,

        @Schema(
                nullable = true,
                description = "Party that holds the seat; null if it is vacant or no result says so",
                examples = "con")
        String holder,

        @Schema(
                nullable = true,
                description =
                        "What made it so: election, defection, vacancy, or notional where these boundaries had no election yet",
                examples = "election")
        String heldBy,

        @Schema(nullable = true, examples = "2010-05-06") LocalDate heldSince,

        @Schema(nullable = true, description = "The latest result", examples = "ge2010")
        String electionId,

        @Schema(nullable = true, description = "Majority in points of the valid votes", examples = "11.8354")
        Double majorityPct,

        @Schema(nullable = true, description = "Majority in votes", examples = "6046")
        Integer majorityVotes,

        @Schema(nullable = true, description = "Party that came second", examples = "lab")
        String second,

        @Schema(
                nullable = true,
                description = "With challenger: what must swing to it, in points; null if it did not stand",
                examples = "5.9177")
        Double swingRequiredPts,

        @Schema(nullable = true, description = "With near: from there to the centroid, kilometres", examples = "12.4")
        Double distanceKm) {

    /** As a file. */
    static final Table<SeatView> TABLE = new Table<SeatView>()
            .column("seatCode", SeatView::seatCode)
            .column("boundarySet", SeatView::boundarySet)
            .column("name", SeatView::name)
            .column("regionCode", SeatView::regionCode)
            .column("regionName", SeatView::regionName)
            .column("country", SeatView::country)
            .column("county", SeatView::county)
            .column("type", SeatView::type)
            .column("electorate", SeatView::electorate)
            .column("centroidLat", seat -> seat.centroid().lat())
            .column("centroidLon", seat -> seat.centroid().lon())
            .column("areaKm2", SeatView::areaKm2)
            .column("holder", SeatView::holder)
            .column("heldBy", SeatView::heldBy)
            .column("heldSince", SeatView::heldSince)
            .column("electionId", SeatView::electionId)
            .column("majorityPct", SeatView::majorityPct)
            .column("majorityVotes", SeatView::majorityVotes)
            .column("second", SeatView::second)
            .column("swingRequiredPts", SeatView::swingRequiredPts)
            .column("distanceKm", SeatView::distanceKm);

    /** @param distanceKm null if no place was named */
    static SeatView of(RankedSeat found, Double distanceKm) {
        return of(found.standing(), found.gap(), distanceKm);
    }

    /**
     * @param gap of the challenger asked for; null if none was, or it did not stand
     * @param distanceKm null if no place was named
     */
    static SeatView of(Standing standing, Gap gap, Double distanceKm) {
        Seat seat = standing.seat();
        Contest latest = standing.latest();
        return new SeatView(
                seat.code(),
                seat.boundarySet(),
                seat.name(),
                seat.regionCode(),
                seat.regionName(),
                seat.country(),
                seat.county(),
                seat.type(),
                seat.electorate(),
                CentroidView.of(seat.centroid()),
                seat.areaKm2(),
                standing.holder(),
                standing.by() == null ? null : standing.by().code(),
                standing.since(),
                latest == null ? null : latest.electionId(),
                latest == null ? null : latest.majorityPct(),
                latest == null ? null : latest.majorityVotes(),
                latest == null ? null : latest.second(),
                gap == null ? null : gap.swingRequiredPts(),
                distanceKm);
    }
}
