package uk.hustings.campaign.strategy;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** A seat in our strategy, on the wire. */
@Schema(description = "What a seat means to the campaign")
public record SeatStrategy(
        SeatCode seatCode,
        @Schema(examples = "Crewe and Nantwich") String name,

        @Schema(examples = "E12000002", description = "GSS code of the region")
        String regionCode,

        @Schema(examples = "battleground", description = "key, battleground, defensive or non-battleground")
        String battlegroundClass,

        @Schema(examples = "rule", description = "rule, or by hand")
        String classedBy,

        @Schema(
                examples = "88",
                nullable = true,
                description = "1 for the nearest target; null if held or not contested")
        Integer targetRank,

        @Schema(examples = "con", nullable = true) String holder,

        @Schema(examples = "5.92", nullable = true) BigDecimal swingRequiredPts,

        @Schema(examples = "11.84", nullable = true) BigDecimal majorityPct) {

    static SeatStrategy of(Standing seat, BattlegroundClass battlegroundClass) {
        return new SeatStrategy(
                seat.seatCode(),
                seat.name(),
                seat.regionCode(),
                battlegroundClass.code(),
                "rule",
                seat.rank(),
                seat.holder(),
                seat.swingRequiredPts(),
                seat.majorityPct());
    }
}
