package uk.hustings.polls.forecast;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why a run is ended. */
@Schema(name = "ForecastCancellation", description = "Why a run is ended")
public record CancellationOrder(
        @PlainText(required = false) @Schema(nullable = true, examples = "Asked for the wrong day")
        String reason) {}
