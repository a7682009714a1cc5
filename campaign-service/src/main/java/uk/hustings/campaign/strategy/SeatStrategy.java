package uk.hustings.campaign.strategy;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.StrategyState.ByHand;
import uk.hustings.campaign.strategy.domain.Classing;

/** A seat in our strategy, on the wire. */
@Schema(description = "What a seat means to the campaign")
public record SeatStrategy(
        SeatCode seatCode,
        @Schema(examples = "Crewe and Nantwich") String name,

        @Schema(examples = "E12000002", description = "GSS code of the region")
        String regionCode,

        @Schema(examples = "battleground", description = "key, battleground, defensive or non-battleground")
        String battlegroundClass,

        @Schema(examples = "rule", description = "rule, or hand")
        String classedBy,

        @Schema(examples = "battleground", description = "The class that the rule gives, whoever classed the seat")
        String classByRule,

        @Schema(
                nullable = true,
                examples = "national.organiser",
                description = "By hand: the account of the person who classed the seat")
        String classAuthor,

        @Schema(nullable = true, examples = "Lord Ashcroft has us ahead by four points", description = "By hand: why")
        String classReason,

        @Schema(nullable = true, examples = "2015-04-14T11:00:00Z", description = "By hand: when")
        Instant classedAt,

        @Schema(
                examples = "86",
                nullable = true,
                description = "1 for the nearest target; null if held or not contested")
        Integer targetRank,

        @Schema(examples = "con", nullable = true) String holder,

        @Schema(examples = "5.92", nullable = true) BigDecimal swingRequiredPts,

        @Schema(examples = "11.84", nullable = true) BigDecimal majorityPct) {

    static SeatStrategy of(StrategyState state, Standing seat, Classing.Seat ruled) {
        ByHand hand = state.byHand().get(seat.seatCode());
        Classing.Classed classed = state.classing().of(ruled);
        return new SeatStrategy(
                seat.seatCode(),
                seat.name(),
                seat.regionCode(),
                classed.battlegroundClass().code(),
                Classes.source(classed.byHand()),
                state.classing().byRule(ruled).code(),
                hand == null ? null : hand.author(),
                hand == null ? null : hand.reason(),
                hand == null ? null : hand.decidedAt(),
                seat.rank(),
                seat.holder(),
                seat.swingRequiredPts(),
                seat.majorityPct());
    }
}
