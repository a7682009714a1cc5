package uk.hustings.campaign.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** A decision with what it rests on. */
@Schema(name = "AccessDecision", description = "A decision about a local party in a seat, with what it rests on")
public record DecisionView(
        UUID decisionId,
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,

        @Schema(examples = "locked", description = "warned, locked or restored")
        String outcome,

        @Schema(examples = "policy", description = "policy, or the account of a person")
        String decidedBy,

        Instant decidedAt,
        String reason,

        @Schema(examples = "1", nullable = true, description = "Version of the policy applied")
        Integer policyVersion,

        @Schema(examples = "2015-W16", nullable = true) String week,

        @Schema(examples = "501", nullable = true, description = "The count that the policy weighed")
        Long contacts,

        @Schema(nullable = true, description = "When the lock, or the exemption that a restoration brings, ends")
        Instant until,

        @Schema(nullable = true, description = "The decision that this one lifts")
        UUID lifts) {

    static DecisionView of(AccessDecision decision) {
        return new DecisionView(
                decision.id(),
                decision.localParty(),
                decision.seatCode(),
                decision.outcome(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.reason(),
                decision.policyVersion(),
                decision.weekStart() == null ? null : new IsoWeek(decision.weekStart()).toString(),
                decision.contacts(),
                decision.until(),
                decision.lifts());
    }
}
