package uk.hustings.campaign.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why and from when a version is to be in force. */
@Schema(name = "AccessPolicyActivation", description = "Why and from when a version is to be in force")
public record ActivationRequest(
        @PlainText @Schema(examples = "The last fortnight: every hour counts in the marginals")
        String reason,

        @Schema(
                nullable = true,
                examples = "2015-04-23T05:00:00Z",
                description = "When it takes effect; unsaid, at once")
        Instant effectiveFrom) {}
