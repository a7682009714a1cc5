package uk.hustings.campaign.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why somebody does what is kept for good. */
@Schema(description = "Why this is done; kept for good")
public record Grounds(
        @PlainText @Schema(examples = "The sheet of Tuesday was entered twice")
        String reason) {}
