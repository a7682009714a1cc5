package uk.hustings.campaign.access;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.access.domain.PolicyHistory;

/** A version of the policy, on the wire. */
@Schema(name = "AccessPolicy", description = "A version of the rule that decides who is locked out of a seat")
public record PolicyView(
        @Schema(examples = "1") int version,
        @Schema(examples = "Five hundred contacts a week") String title,

        @Schema(examples = "active", description = "draft, scheduled, active, superseded or withdrawn")
        String state,

        @Schema(examples = "500", description = "Contacts of an ISO week that are allowed; one more locks")
        int weeklyLimit,

        @Schema(examples = "400", description = "Contacts of an ISO week at which a local party is warned")
        int warnAt,

        List<String> channels,
        List<String> classes,

        @Schema(examples = "0", description = "Hours between crossing the limit and the lock")
        int noticeHours,

        @Schema(examples = "12", description = "Hours that an opening in an emergency lasts")
        int breakGlassHours,

        @Schema(nullable = true) Instant validFrom,
        @Schema(nullable = true) Instant validUntil,

        @Schema(description = "When the rule and every lock by it end")
        Instant ends,

        @Schema(examples = "hq") String draftedBy,
        Instant draftedAt,

        @Schema(nullable = true, description = "Who activated it last; null for a draft")
        String activatedBy,

        @Schema(nullable = true, description = "Why it was activated last; null for a draft")
        String reason,

        @Schema(nullable = true, description = "When its last activation takes or took effect")
        Instant effectiveFrom,

        @Schema(description = "Everything that became of it, oldest first")
        List<Happening> history) {

    /** An activation or a withdrawal. */
    @Schema(name = "AccessPolicyEvent", description = "A version was activated or withdrawn")
    public record Happening(
            @Schema(examples = "activated", description = "activated or withdrawn")
            String what,

            Instant effectiveFrom,
            @Schema(examples = "hq") String decidedBy,
            Instant decidedAt,
            @Schema(examples = "The last fortnight") String reason) {

        private static Happening of(Policies.Happened happened) {
            return new Happening(
                    happened.event().activation() ? "activated" : "withdrawn",
                    happened.event().effectiveFrom(),
                    happened.decidedBy(),
                    happened.event().decidedAt(),
                    happened.reason());
        }
    }

    static PolicyView of(Policies.Record record, Policies.Version version, Instant now) {
        int number = version.policy().version();
        List<Policies.Happened> own = record.events().stream()
                .filter(happened -> happened.event().version() == number)
                .toList();
        Policies.Happened activated = own.stream()
                .filter(happened -> happened.event().activation())
                .reduce((earlier, later) -> later)
                .orElse(null);
        PolicyDraft rule = version.rule();
        return new PolicyView(
                number,
                rule.title(),
                record.history().stateOf(number, now).code(),
                rule.weeklyLimit(),
                rule.warnAt(),
                rule.channels(),
                rule.classes(),
                rule.noticeHours(),
                rule.breakGlassHours(),
                rule.validFrom(),
                rule.validUntil(),
                version.policy().ends(),
                version.draftedBy(),
                version.draftedAt(),
                activated == null ? null : activated.decidedBy(),
                activated == null ? null : activated.reason(),
                activated == null ? null : activated.event().effectiveFrom(),
                own.stream().map(Happening::of).toList());
    }

    boolean stillDraft() {
        return PolicyHistory.State.DRAFT.code().equals(state);
    }
}
