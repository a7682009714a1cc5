package uk.hustings.campaign.strategy;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change changed. */
@Schema(name = "StrategyChangeReceipt", description = "What a change changed")
public record ChangeReceipt(
        @Schema(nullable = true, description = "Stands in the history of every seat that changed; null if nothing did")
        UUID changeId,

        @Schema(examples = "1", description = "Edition of the strategy from now on")
        long edition,

        @Schema(examples = "1", description = "Version of the rule in force")
        int ruleVersion,

        List<ChangePreview.ChangedSeat> seats) {}
