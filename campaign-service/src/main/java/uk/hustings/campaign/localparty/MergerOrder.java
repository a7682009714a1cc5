package uk.hustings.campaign.localparty;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Into which local party another one is merged, and why. */
@Schema(name = "LocalPartyMerger", description = "Into which local party another one is merged, and why")
public record MergerOrder(
        @Schema(examples = "crewe-and-nantwich", maxLength = 80, description = "The local party that goes on")
        String into,

        @Schema(examples = "Too few members for two of them", minLength = 1, maxLength = 1000)
        String reason) {}
