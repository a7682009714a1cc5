package uk.hustings.campaign.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What travel times rest on. */
@Schema(description = "What the travel times rest on")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReachBasis(
        @Schema(examples = "great-circle", description = "great-circle while nothing is imported, else imported")
        String kind,

        @Schema(description = "In words") String how,

        @Schema(nullable = true, examples = "3", description = "Of the import; left out of the great circle")
        Integer version,

        @Schema(nullable = true, examples = "OpenRouteService, car, November 2026")
        String source,

        @Schema(nullable = true, examples = "hq", description = "Account of a person")
        String importedBy,

        @Schema(nullable = true) Instant importedAt,

        @Schema(nullable = true, examples = "399424", description = "Journeys that were imported")
        Integer pairs,

        @Schema(
                examples = "0",
                description =
                        "Pairs of a local party and a seat that have no journey: nobody is sent there. Of the local"
                                + " parties that were asked for and that you may see")
        int unreachablePairs) {

    private static final String GREAT_CIRCLE =
            "Great circle between the mean places of the seats' postcodes (in Northern Ireland the middles of their areas) × 1.3,"
                    + " at 60 km/h";
    private static final String IMPORTED = "Imported times; a pair that was not imported cannot be reached";

    static ReachBasis greatCircle(int unreachablePairs) {
        return new ReachBasis("great-circle", GREAT_CIRCLE, null, null, null, null, null, unreachablePairs);
    }

    static ReachBasis of(TravelVersionView travel, int unreachablePairs) {
        return new ReachBasis(
                "imported",
                IMPORTED,
                travel.version(),
                travel.source(),
                travel.importedBy(),
                travel.importedAt(),
                travel.pairs(),
                unreachablePairs);
    }
}
