package uk.hustings.campaign.twinning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** Where a local party could help. */
@Schema(description = "Where a local party could help; nothing is written until it is proposed")
public record TwinningSuggestion(
        @Schema(examples = "exeter") String donor,
        @Schema(examples = "Exeter") String donorName,

        @Schema(description = "Whether it is locked out of a seat of its own")
        boolean locked,

        @Schema(description = "Nearest first; empty if no seat to win or to defend is within reach")
        List<Target> targets,

        @Schema(
                examples = "2 of our targets and seats to defend lie within 1.5 hours by road.",
                description = "In words")
        String why) {

    /** A seat where help is wanted. */
    @Schema(name = "SuggestedTarget", description = "A seat where help is wanted, within reach")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            SeatCode seatCode,
            @Schema(examples = "North Devon") String name,

            @Schema(examples = "1.30", description = "Hours by road, one way")
            BigDecimal travelHours,

            @Schema(examples = "77.9", description = "By road, one way")
            BigDecimal travelKm,

            @Schema(
                    examples = "88",
                    nullable = true,
                    description = "1 for the nearest target of our party; null for a seat to defend")
            Integer targetRank,

            @Schema(
                    examples = "battleground",
                    nullable = true,
                    description = "key, battleground or defensive, where you may read the strategy of the seat")
            String battlegroundClass,

            @Schema(description = "Why it is suggested, in words")
            String why) {}
}
