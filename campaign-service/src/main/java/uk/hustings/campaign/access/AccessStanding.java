package uk.hustings.campaign.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a local party stands in a seat. */
@Schema(description = "How a local party stands in a seat")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessStanding(
        @Schema(examples = "warned", description = "active, warned, notice, locked, restored or exempt")
        String state,

        @Schema(description = "Why, in words") String reason,

        @Schema(
                examples = "100",
                nullable = true,
                description = "Contacts left this week; absent where no limit applies")
        Long contactsLeft,

        @Schema(nullable = true) UUID decisionId,

        @Schema(nullable = true, description = "When the lock, the notice or the exemption ends by itself")
        Instant until) {

    static AccessStanding active(Long contactsLeft) {
        return new AccessStanding(
                "active",
                contactsLeft == null ? "No weekly limit applies here." : "Within the weekly limit.",
                contactsLeft,
                null,
                null);
    }

    static AccessStanding exempt(Respites.Respite exemption) {
        return new AccessStanding("exempt", exemption.reason(), null, exemption.decisionId(), exemption.until());
    }

    static AccessStanding of(AccessDecision decision, Long contactsLeft) {
        return new AccessStanding(decision.outcome(), decision.reason(), contactsLeft, decision.id(), decision.until());
    }
}
