package uk.hustings.campaign.strategy;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.strategy.StrategyState.RuleVersion;

/** A version of the rule, on the wire. */
@Schema(name = "ClassRule", description = "A version of the rule that gives every seat its class")
public record RuleView(
        @Schema(examples = "1") int version,

        @Schema(examples = "50", description = "The nearest so many targets are key")
        int keyRank,

        @Schema(examples = "106", description = "The nearest so many targets that are not key are battleground")
        int battlegroundRank,

        @Schema(examples = "10", description = "Own seats with a majority of less than this are defensive; points")
        BigDecimal defensiveBelowPts,

        @Schema(examples = "founding rule", description = "Account of the person who decided")
        String author,

        @Schema(examples = "The rule that the campaign began with.")
        String reason,

        @Schema(nullable = true, description = "null for the founding version")
        Instant decidedAt) {

    static RuleView of(RuleVersion version) {
        return new RuleView(
                version.version(),
                version.rule().keyRank(),
                version.rule().battlegroundRank(),
                version.rule().defensiveBelowPts(),
                version.author(),
                version.reason(),
                version.decidedAt());
    }
}
