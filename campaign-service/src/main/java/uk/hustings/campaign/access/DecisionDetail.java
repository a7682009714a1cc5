package uk.hustings.campaign.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One decision with all that belongs to it. */
@Schema(
        name = "AccessDecisionInFull",
        description = "A decision, the rule that it rests on, what ended it, and its appeals")
public record DecisionDetail(
        DecisionView decision,

        @Schema(nullable = true, description = "The version of the policy that was applied")
        PolicyView policy,

        @Schema(nullable = true, description = "The decision that lifted or ended this one")
        DecisionView endedBy,

        @Schema(description = "Oldest first") List<AppealView> appeals,

        @Schema(nullable = true, description = "Who confirmed an emergency opening")
        EmergencyConfirmation confirmation) {}
