package uk.hustings.campaign.reach;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One import of travel times. */
@Schema(
        name = "TravelVersion",
        description = "One import of travel times; the newest that is not withdrawn is in force")
public record TravelVersionView(
        @Schema(examples = "3") int version,

        @Schema(examples = "OpenRouteService, car, November 2026", description = "Where the times are from")
        String source,

        @Schema(examples = "399424", description = "Journeys that were imported")
        int pairs,

        @Schema(examples = "hq", description = "Account of a person")
        String importedBy,

        Instant importedAt,

        @Schema(nullable = true, description = "That it is no longer in force, and why; null unless it was withdrawn")
        Withdrawn withdrawn) {

    /** That an import is no longer in force. */
    @Schema(name = "TravelVersionWithdrawal", description = "That an import is no longer in force")
    public record Withdrawn(
            @Schema(examples = "The planner knew no ferries")
            String reason,

            @Schema(examples = "hq") String by,
            Instant at) {}

    TravelVersionView withdrawn(Withdrawn why) {
        return new TravelVersionView(version, source, pairs, importedBy, importedAt, why);
    }
}
