package uk.hustings.seats.ranking;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "E12000002") String regionCode,
        @Schema(examples = "con") String holder,

        @Schema(description = "The result that the rank rests on", examples = "ge2010")
        String electionId,

        @Schema(examples = "2010-05-06") LocalDate pollingDay,

        @Schema(
                nullable = true,
                description = "Challenger: the winner's lead over the party; holder: its lead over the second. Points",
                examples = "11.8354")
        Double leadPts,

        @Schema(nullable = true, description = "The same lead in votes", examples = "6046")
        Integer leadVotes,

        @Schema(nullable = true, description = "Half of the lead, in points", examples = "5.9177")
        Double swingRequiredPts,

        @Schema(description = "Votes of the first over the second, whoever they are", examples = "6046")
        int majorityVotes,

        @Schema(nullable = true, description = "Of the winner's voters, to go over directly", examples = "3024")
        Integer switchersNeeded,

        @Schema(nullable = true, description = "Of those who did not vote, to come out", examples = "6047")
        Integer mobilisedNeeded,

        @Schema(nullable = true, description = "On the day of that result; null if not known", examples = "79728")
        Integer electorate) {

    static RankingView of(RankedSeat ranked) {
        Seat seat = ranked.standing().seat();
        Contest latest = ranked.standing().latest();
        Gap gap = ranked.gap();
        return new RankingView(
                ranked.rank(),
                seat.code(),
                seat.name(),
                seat.regionCode(),
                latest.winner(),
                latest.electionId(),
                latest.pollingDay(),
                gap == null ? null : gap.leadPts(),
                gap == null ? null : gap.votes(),
                gap == null ? null : gap.swingRequiredPts(),
                latest.majorityVotes(),
                gap == null ? null : gap.switchersNeeded(),
                gap == null ? null : gap.mobilisedNeeded(),
                latest.electorate());
    }
}
