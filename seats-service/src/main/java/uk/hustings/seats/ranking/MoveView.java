package uk.hustings.seats.ranking;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.ranking.domain.Move;
import uk.hustings.seats.ranking.domain.RankedSeat;

/** What became of a seat between two rankings, as the API shows it. */
@Schema(name = "RankingMove")
record MoveView(
        SeatCode seatCode,
        @Schema(examples = "Corby") String name,

        @Schema(description = "entered, left, up, down or stayed", examples = "left")
        String change,

        @Schema(description = "won, lost, defection, vacancy, new-result, others-moved or none", examples = "won")
        String reason,

        @Schema(nullable = true, description = "Null if it was not in the earlier ranking", examples = "87")
        Integer rankFrom,

        @Schema(nullable = true, description = "Null if it is not in the later ranking", examples = "92")
        Integer rankTo,

        @Schema(nullable = true, examples = "5.9177") Double swingRequiredFromPts,
        @Schema(nullable = true, examples = "6.2011") Double swingRequiredToPts,

        @Schema(nullable = true, description = "The result that the earlier rank rests on", examples = "ge2010")
        String electionFrom,

        @Schema(nullable = true, description = "The result that the later rank rests on", examples = "ge2010")
        String electionTo) {

    static MoveView of(Move move) {
        RankedSeat before = move.before();
        RankedSeat after = move.after();
        return new MoveView(
                move.seat().code(),
                move.seat().name(),
                move.kind().code(),
                move.reason().code(),
                before == null ? null : before.rank(),
                after == null ? null : after.rank(),
                before == null ? null : before.gap().swingRequiredPts(),
                after == null ? null : after.gap().swingRequiredPts(),
                before == null ? null : before.standing().latest().electionId(),
                after == null ? null : after.standing().latest().electionId());
    }
}
