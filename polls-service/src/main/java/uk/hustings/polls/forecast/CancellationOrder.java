package uk.hustings.polls.forecast;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a run is ended. */
@Schema(name = "ForecastCancellation", description = "Why a run is ended")
public record CancellationOrder(
        @Size(max = 1000)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must be text without control characters")
        @Schema(nullable = true, examples = "Asked for the wrong day")
        String reason) {}
