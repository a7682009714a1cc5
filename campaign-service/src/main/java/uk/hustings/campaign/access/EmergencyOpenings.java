package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.contact.domain.PartySeat;

/**
 * Key-holders open what the policy has locked in an emergency; a second person confirms it within a day. Without that the
 * opening ends, and the week's count is judged again.
 */
@ApplicationScoped
class EmergencyOpenings {

    /** How long a second person has time to confirm. */
    private static final Duration CONFIRM_WITHIN = Duration.ofHours(24);

    private static final String CONFIRM = "access:confirm";

    private final DecisionFacts.Loader facts;
    private final Decisions decisions;
    private final Enforcement enforcement;
    private final AccessRules rules;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final DomainClock clock;

    EmergencyOpenings(
            DecisionFacts.Loader facts,
            Decisions decisions,
            Enforcement enforcement,
            AccessRules rules,
            LockFeed feed,
            KeptReplies replies,
            DomainClock clock) {
        this.facts = facts;
        this.decisions = decisions;
        this.enforcement = enforcement;
        this.rules = rules;
        this.feed = feed;
        this.replies = replies;
        this.clock = clock;
    }

    /** The moment by which an opening must have been confirmed. */
    static Instant confirmBefore(Instant opened) {
        return opened.plus(CONFIRM_WITHIN);
    }

    /**
     * Opens a locked seat for as long as the policy says.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT if the local party does not work there; STATE_CONFLICT without
     *     a lock; FORBIDDEN if a person decided the lock
     */
    Uni<Reply> open(Caller caller, BreakGlassRequest request) {
        PartySeat place = new PartySeat(request.localParty(), request.seatCode());
        return replies.once(
                        201,
                        session -> facts.lockAndLoad(session, List.of(place), caller)
                                .invoke(DecisionFacts::requireMember)
                                .invoke(loaded -> ManualDecisions.requireWorksIn(loaded, place))
                                .invoke(loaded -> requireLockByPolicy(loaded, place))
                                .chain(loaded -> open(session, loaded, place, caller.name(), request.reason())),
                        ManualDecisions::location)
                .call(feed::refresh);
    }

    private Uni<DecisionView> open(
            Mutiny.StatelessSession session, DecisionFacts loaded, PartySeat place, String by, String reason) {
        AccessDecision decision = AccessDecision.restored(
                        place.localParty(),
                        place.seat(),
                        by,
                        loaded.now(),
                        loaded.now().plus(loaded.policy().breakGlass()),
                        reason,
                        loaded.lock(place).decisionId())
                .on(loaded.policy())
                .byBreakGlass();
        return enforcement.enforce(session, loaded, List.of(decision)).replaceWith(() -> DecisionView.of(decision));
    }

    /**
     * Confirms an opening that somebody else made.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND beyond the caller's region; FORBIDDEN for the one who opened;
     *     STATE_CONFLICT if it is no emergency opening, is confirmed already or was not confirmed in time
     */
    Uni<Reply> confirm(Caller caller, UUID decisionId, String reason) {
        return replies.once(
                201,
                session -> decisions
                        .get(session, decisionId)
                        .invoke(decision -> requireMayConfirm(caller, decision))
                        .chain(decision -> facts.lockAndLoad(session, List.of(decision.place()))
                                .invoke(loaded -> requireInTime(decision, loaded.now()))
                                .call(() -> confirmed(session, decisionId).invoke(EmergencyOpenings::requireFirst))
                                .map(loaded -> new ConfirmedOpening(decisionId, caller.name(), loaded.now(), reason))
                                .call(session::insert)
                                .map(confirmed -> confirmed.view(decision.until()))),
                confirmed -> URI.create("/v1/campaign/access/decisions/" + decisionId));
    }

    private static void requireLockByPolicy(DecisionFacts loaded, PartySeat place) {
        ManualDecisions.requireLock(loaded, place);
        AccessDecision lock = loaded.cited().get(loaded.lock(place).decisionId());
        if (!AccessDecision.POLICY.equals(lock.decidedBy())) {
            throw ProblemType.FORBIDDEN.because(
                    "%s decided this lock. A key opens what the access policy has locked; appeal this decision instead."
                            .formatted(lock.decidedBy()));
        }
    }

    private void requireMayConfirm(Caller caller, AccessDecision decision) {
        SeatCode seat = decision == null ? null : decision.seatCode();
        if (seat == null
                || !rules.decide(caller, CONFIRM, seat, clock.instant()).granted()) {
            throw ProblemType.NOT_FOUND.because("No decision that concerns you has this id.");
        }
        if (!decision.breakGlass()) {
            throw ProblemType.STATE_CONFLICT.because("Only an emergency opening is confirmed; this decision is none.");
        }
        if (caller.name().equals(decision.decidedBy())) {
            throw ProblemType.FORBIDDEN.because(
                    "You opened the seat; another regional or national organiser confirms that.");
        }
    }

    private static void requireInTime(AccessDecision decision, Instant now) {
        Instant before = confirmBefore(decision.decidedAt());
        if (!now.isBefore(before)) {
            throw ProblemType.STATE_CONFLICT.because("It had to be confirmed before %s.".formatted(before));
        }
    }

    /** The confirmation of an opening; null if there is none. */
    Uni<ConfirmedOpening> confirmed(Mutiny.StatelessSession session, UUID decisionId) {
        return session.get(ConfirmedOpening.class, decisionId);
    }

    private static void requireFirst(ConfirmedOpening before) {
        if (before != null) {
            throw ProblemType.STATE_CONFLICT.because("This emergency opening is confirmed already.");
        }
    }
}
