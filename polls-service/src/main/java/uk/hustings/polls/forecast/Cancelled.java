package uk.hustings.polls.forecast;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a run was ended before it was done. */
@Schema(name = "ForecastCancelled", description = "That a run was ended before it was done")
public record Cancelled(
        @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
        UUID forecastId,

        @Schema(examples = "cancelled") String status) {}
