package uk.hustings.seats.ranking;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.ranking.domain.Gap;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.seat.domain.Seat;

/** A seat's place in a ranking as the API shows it. */
@Schema(name = "RankedSeat")
record RankingView(
        @Schema(
                nullable = true,
                description = "Over all seats, whatever is filtered; null if not contested",
                examples = "87")
        Integer rank,

        SeatCode seatCode,
        @Schema(examples = "2010") String boundarySet,
        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "E12000002") String regionCode,

        @Schema(nullable = true, description = "Null while the seat is vacant", examples = "con")
        String holder,

        @Schema(
                nullable = true,
                description = "What made it so: election, defection, vacancy or notional",
                examples = "election")
        String heldBy,

        @Schema(description = "The result that the rank rests on", examples = "ge2010")
        String electionId,

        @Schema(examples = "2010-05-06") LocalDate pollingDay,

        @Schema(
                nullable = true,
                description =
                        "Challenger: the lead over the party; holder: its lead over the best of the others. Points; "
                                + "less than 0 where a defection or vacancy has turned it",
                examples = "11.8354")
        Double leadPts,

        @Schema(nullable = true, description = "The same lead in votes", examples = "6046")
        Integer leadVotes,

        @Schema(nullable = true, description = "Half of the lead, in points", examples = "5.9177")
        Double swingRequiredPts,

        @Schema(description = "Votes of the first over the second, whoever they are", examples = "6046")
        int majorityVotes,

        @Schema(description = "Majority in points of the valid votes", examples = "11.8354")
        double majorityPct,

        @Schema(nullable = true, description = "Of the voters of the one ahead, to go over directly", examples = "3024")
        Integer switchersNeeded,

        @Schema(nullable = true, description = "Of those who did not vote, to come out", examples = "6047")
        Integer mobilisedNeeded,

        @Schema(nullable = true, description = "On the day of that result; null if not known", examples = "79728")
        Integer electorate,

        @Schema(nullable = true, description = "With near: from there to the centroid, kilometres", examples = "12.4")
        Double distanceKm) {

    /** As a file. */
    static final Table<RankingView> TABLE = new Table<RankingView>()
            .column("rank", RankingView::rank)
            .column("seatCode", RankingView::seatCode)
            .column("boundarySet", RankingView::boundarySet)
            .column("name", RankingView::name)
            .column("regionCode", RankingView::regionCode)
            .column("holder", RankingView::holder)
            .column("heldBy", RankingView::heldBy)
            .column("electionId", RankingView::electionId)
            .column("pollingDay", RankingView::pollingDay)
            .column("leadPts", RankingView::leadPts)
            .column("leadVotes", RankingView::leadVotes)
            .column("swingRequiredPts", RankingView::swingRequiredPts)
            .column("majorityVotes", RankingView::majorityVotes)
            .column("majorityPct", RankingView::majorityPct)
            .column("switchersNeeded", RankingView::switchersNeeded)
            .column("mobilisedNeeded", RankingView::mobilisedNeeded)
            .column("electorate", RankingView::electorate)
            .column("distanceKm", RankingView::distanceKm);

    /** @param distanceKm null if no place was named */
    static RankingView of(RankedSeat ranked, Double distanceKm) {
        Seat seat = ranked.standing().seat();
        Contest latest = ranked.standing().latest();
        Gap gap = ranked.gap();
        return new RankingView(
                ranked.rank(),
                seat.code(),
                seat.boundarySet(),
                seat.name(),
                seat.regionCode(),
                ranked.standing().holder(),
                ranked.standing().by() == null ? null : ranked.standing().by().code(),
                latest.electionId(),
                latest.pollingDay(),
                gap == null ? null : gap.leadPts(),
                gap == null ? null : gap.votes(),
                gap == null ? null : gap.swingRequiredPts(),
                latest.majorityVotes(),
                latest.majorityPct(),
                gap == null ? null : gap.switchersNeeded(),
                gap == null ? null : gap.mobilisedNeeded(),
                latest.electorate(),
                distanceKm);
    }
}
