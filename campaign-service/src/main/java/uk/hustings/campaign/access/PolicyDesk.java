package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.conditional.Preconditions;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.limit.WriteQueue;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.PolicyHistory;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.mutex.SeatMutex;

/** How a policy comes to be: drafted, changed, activated, withdrawn. What follows from it is decided in the same transaction. */
@ApplicationScoped
class PolicyDesk {

    private final Policies policies;
    private final SeatMutex mutex;
    private final DecisionClock decisionClock;
    private final Review review;
    private final Preconditions preconditions;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final Mutiny.SessionFactory sessions;
    private final WriteQueue writes;
    private final DomainClock clock;

    PolicyDesk(
            Policies policies,
            SeatMutex mutex,
            DecisionClock decisionClock,
            Review review,
            Preconditions preconditions,
            LockFeed feed,
            KeptReplies replies,
            Mutiny.SessionFactory sessions,
            WriteQueue writes,
            DomainClock clock) {
        this.policies = policies;
        this.mutex = mutex;
        this.decisionClock = decisionClock;
        this.review = review;
        this.preconditions = preconditions;
        this.feed = feed;
        this.replies = replies;
        this.sessions = sessions;
        this.writes = writes;
        this.clock = clock;
    }

    Uni<Reply> draft(Caller caller, PolicyDraft draft) {
        PolicyDraft rule = draft.checked();
        return replies.once(
                201,
                session -> policies.turn(session)
                        .chain(() -> decisionClock.now(session))
                        .chain(now -> policies.draft(session, rule, caller.name(), now))
                        .chain(version -> view(session, version)),
                PolicyDesk::location);
    }

    /** A draft that was read is replaced whole. */
    Uni<PolicyView> change(Caller caller, int version, PolicyDraft draft, String ifMatch) {
        PolicyDraft rule = draft.checked();
        return writes.run(() -> sessions.withStatelessTransaction(session -> policies.turn(session)
                .chain(() -> view(session, version))
                .invoke(current -> preconditions.require(ifMatch, current))
                .invoke(PolicyDesk::requireDraft)
                .chain(() -> decisionClock.now(session))
                .chain(now -> policies.change(session, version, rule, caller.name(), now))
                .chain(() -> view(session, version))));
    }

    /** Whoever is over the new limit this week is locked at once, and whoever is not any more is restored. */
    Uni<Reply> activate(Caller caller, int version, ActivationRequest request) {
        if (request.effectiveFrom() != null && request.effectiveFrom().isBefore(clock.instant())) {
            Faults.refuseAny(List.of(
                    FieldError.at("/effectiveFrom", "must not lie in the past; nobody is locked after the fact")));
        }
        return replies.once(
                        201,
                        session -> lockRules(session)
                                .chain(now -> activate(session, caller, version, request, now))
                                .chain(() -> review.everywhere(session))
                                .chain(() -> view(session, version)),
                        PolicyDesk::location)
                .call(feed::refresh);
    }

    /** Nothing takes its place: until a version is activated, nobody is locked by a policy. */
    Uni<Reply> withdraw(Caller caller, int version, String reason) {
        return replies.once(
                        201,
                        session -> lockRules(session)
                                .chain(now -> view(session, version)
                                        .invoke(PolicyDesk::requireInForceOrToCome)
                                        .chain(() -> policies.add(
                                                session, version, "withdrawn", now, caller.name(), now, reason)))
                                .chain(() -> review.everywhere(session))
                                .chain(() -> view(session, version)),
                        PolicyDesk::location)
                .call(feed::refresh);
    }

    private Uni<Void> activate(
            Mutiny.StatelessSession session, Caller caller, int version, ActivationRequest request, Instant now) {
        // What was in the future when it was sent takes effect at once if that moment has passed while we waited.
        Instant effective =
                request.effectiveFrom() == null || request.effectiveFrom().isBefore(now)
                        ? now
                        : request.effectiveFrom();
        return view(session, version)
                .invoke(current -> requireEnds(current, effective))
                .invoke(PolicyDesk::requireNotInForce)
                .chain(() ->
                        policies.add(session, version, "activated", effective, caller.name(), now, request.reason()));
    }

    /**
     * Waits until nobody decides by the rules in force or changes a draft.
     *
     * @return domain time from then on
     */
    private Uni<Instant> lockRules(Mutiny.StatelessSession session) {
        return policies.turn(session).chain(() -> mutex.lockRules(session)).chain(() -> decisionClock.now(session));
    }

    private Uni<PolicyView> view(Mutiny.StatelessSession session, int version) {
        return policies.read(session).chain(record -> {
            Policies.Version found = record.find(version);
            if (found == null) {
                throw notFound();
            }
            return decisionClock.now(session).map(now -> PolicyView.of(record, found, now));
        });
    }

    static Problem notFound() {
        return ProblemType.NOT_FOUND.because("No version of the access policy has this number.");
    }

    private static void requireDraft(PolicyView current) {
        if (!current.stillDraft()) {
            throw ProblemType.STATE_CONFLICT.because(
                    "This version is %s and does not change; draft another.".formatted(current.state()));
        }
    }

    private static void requireNotInForce(PolicyView current) {
        if (isAnyOf(current, PolicyHistory.State.ACTIVE, PolicyHistory.State.SCHEDULED)) {
            throw ProblemType.STATE_CONFLICT.because("This version is %s already.".formatted(current.state()));
        }
    }

    private static void requireInForceOrToCome(PolicyView current) {
        if (!isAnyOf(current, PolicyHistory.State.ACTIVE, PolicyHistory.State.SCHEDULED)) {
            throw ProblemType.STATE_CONFLICT.because(
                    "A version is withdrawn that is active or scheduled; this one is %s.".formatted(current.state()));
        }
    }

    private static void requireEnds(PolicyView current, Instant effective) {
        if (!effective.isBefore(current.ends())) {
            throw ProblemType.STATE_CONFLICT.because(
                    "This version ends at %s; it cannot take effect later.".formatted(current.ends()));
        }
    }

    private static boolean isAnyOf(PolicyView current, PolicyHistory.State... states) {
        return Arrays.stream(states).anyMatch(state -> state.code().equals(current.state()));
    }

    private static URI location(PolicyView policy) {
        return URI.create("/v1/campaign/access/policy/versions/" + policy.version());
    }
}
