package uk.hustings.campaign.reach;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import of travel times did. */
@Schema(description = "What an import of travel times did")
public record TravelImportReceipt(
        @Schema(examples = "3", description = "The version that is in force from now on")
        int version,

        @Schema(examples = "OpenRouteService, car, November 2026")
        String source,

        @Schema(examples = "399424", description = "Journeys that were imported")
        int pairs,

        @Schema(
                examples = "12",
                description = "Pairs of a local party and a seat that have no journey: nobody is sent there")
        int unreachablePairs) {}
