package uk.hustings.campaign.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who confirmed an emergency opening. */
@Schema(description = "Who confirmed an emergency opening, when and why")
public record EmergencyConfirmation(
        UUID decisionId,
        @Schema(examples = "wales-organiser") String confirmedBy,
        Instant confirmedAt,

        @Schema(examples = "The committee room could not see its list")
        String reason,

        @Schema(description = "When the opening ends") Instant until) {}
