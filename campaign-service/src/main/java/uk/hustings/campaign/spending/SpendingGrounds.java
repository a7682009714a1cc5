package uk.hustings.campaign.spending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why an expense is released or withdrawn. */
@Schema(description = "Why an expense is released or withdrawn; kept for good")
public record SpendingGrounds(
        @PlainText @Schema(examples = "The order was cancelled")
        String reason) {}
