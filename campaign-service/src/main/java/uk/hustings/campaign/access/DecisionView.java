package uk.hustings.campaign.access;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** A decision with what it rests on. */
@Schema(name = "AccessDecision", description = "A decision about a local party in a seat, with what it rests on")
public record DecisionView(
        UUID decisionId,
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,

        @Schema(
                examples = "locked",
                description = "warned, notice, notice-ended, locked, restored, exempted or exemption-ended")
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

        @Schema(description = "Contacts of that week by every channel, counted by the policy or not")
        Map<String, Long> byChannel,

        @Schema(nullable = true, description = "When the lock, the notice, or the exemption that it brings, ends")
        Instant until,

        @Schema(description = "Whether a key-holder opened the seat in an emergency")
        boolean breakGlass,

        @Schema(
                nullable = true,
                description = "Of an emergency opening: by when a second person must confirm it, or it ends then")
        Instant confirmBefore,

        @Schema(nullable = true, description = "The decision that this one lifts or ends")
        UUID lifts,

        @Schema(nullable = true, description = "The appeal that it follows from")
        UUID appealId) {

    static final Table<DecisionView> TABLE = new Table<DecisionView>()
            .column("decisionId", DecisionView::decisionId)
            .column("decidedAt", DecisionView::decidedAt)
            .column("localParty", DecisionView::localParty)
            .column("seatCode", DecisionView::seatCode)
            .column("outcome", DecisionView::outcome)
            .column("decidedBy", DecisionView::decidedBy)
            .column("reason", DecisionView::reason)
            .column("policyVersion", DecisionView::policyVersion)
            .column("week", DecisionView::week)
            .column("contacts", DecisionView::contacts)
            .column("until", DecisionView::until)
            .column("breakGlass", DecisionView::breakGlass)
            .column("lifts", DecisionView::lifts)
            .column("appealId", DecisionView::appealId);

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
                decision.byChannel(),
                decision.until(),
                decision.breakGlass(),
                decision.breakGlass() ? EmergencyOpenings.confirmBefore(decision.decidedAt()) : null,
                decision.lifts(),
                decision.appeal());
    }
}
