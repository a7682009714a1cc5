package uk.hustings.campaign.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody does what is kept for good. */
@Schema(description = "Why this is done; kept for good")
public record Grounds(
        @NotBlank @Size(max = 1000) @Schema(examples = "The sheet of Tuesday was entered twice")
        String reason) {}
