package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** Appeals against decisions, and judgement by somebody who is not concerned. */
@ApplicationScoped
class AppealDesk {

    private static final String APPEAL = "access:appeal";
    private static final String JUDGE = "access:judge-appeal";

    /** What goes against a local party; nothing else is there to appeal. */
    private static final Set<String> AGAINST =
            Set.of(AccessDecision.WARNED, AccessDecision.NOTICE, AccessDecision.LOCKED, AccessDecision.EXEMPTION_ENDED);

    private final Appeals appeals;
    private final Decisions decisions;
    private final DecisionFacts.Loader facts;
    private final Enforcement enforcement;
    private final AccessRules rules;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final DomainClock clock;

    AppealDesk(
            Appeals appeals,
            Decisions decisions,
            DecisionFacts.Loader facts,
            Enforcement enforcement,
            AccessRules rules,
            LockFeed feed,
            KeptReplies replies,
            DomainClock clock) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.facts = facts;
        this.enforcement = enforcement;
        this.rules = rules;
        this.feed = feed;
        this.replies = replies;
        this.clock = clock;
    }

    Uni<Reply> appeal(Caller caller, UUID decisionId, String reason) {
        Instant now = clock.instant();
        return replies.once(
                201,
                session -> decisions
                        .get(session, decisionId)
                        .invoke(decision -> requireAppealable(caller, decision, now))
                        .chain(decision -> facts.lockAndLoad(session, List.of(decision.place()), caller))
                        .invoke(DecisionFacts::requireMember)
                        .call(() -> decisions.thatLifted(session, decisionId).invoke(AppealDesk::requireStanding))
                        .chain(loaded -> appeals.add(session, decisionId, caller.name(), loaded.now(), reason))
                        .invoke(AppealDesk::requireFirst)
                        .chain(id -> one(session, decisionId, id)),
                appeal -> URI.create("/v1/campaign/access/decisions/" + decisionId));
    }

    Uni<Reply> judge(Caller caller, UUID decisionId, JudgementRequest judgement) {
        Instant now = clock.instant();
        judgement.checked(now);
        return replies.once(
                        201,
                        session -> decisions
                                .get(session, decisionId)
                                .invoke(decision -> requireJudge(caller, decision, now))
                                .chain(decision -> facts.lockAndLoad(session, List.of(decision.place()))
                                        .chain(loaded -> judge(session, loaded, caller, decision, judgement))),
                        appeal -> URI.create("/v1/campaign/access/decisions/" + decisionId))
                .call(feed::refresh);
    }

    private Uni<AppealView> judge(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            Caller caller,
            AccessDecision decision,
            JudgementRequest judgement) {
        return open(session, decision.id())
                .invoke(appeal -> requireUnconcerned(caller, decision, appeal))
                .call(appeal -> appeals.judge(session, appeal.appealId(), judgement, caller.name(), loaded.now())
                        .invoke(AppealDesk::requireNobodyElse))
                .call(appeal -> judgement.upholds()
                        ? enforcement.enforce(
                                session,
                                loaded,
                                List.of(upheld(loaded, caller, decision, judgement)
                                        .upon(appeal.appealId())))
                        : Uni.createFrom().voidItem())
                .chain(appeal -> one(session, decision.id(), appeal.appealId()));
    }

    /** The lock is lifted, and the limit does not apply for a while, or the next report would lock again. */
    private static AccessDecision upheld(
            DecisionFacts loaded, Caller caller, AccessDecision decision, JudgementRequest judgement) {
        Instant until =
                judgement.exemptUntil() != null ? judgement.exemptUntil() : ManualDecisions.endOfWeek(loaded.today());
        AccessLock lock = loaded.lock(decision.place());
        return lock != null && lock.decisionId().equals(decision.id())
                ? AccessDecision.restored(
                        decision.localParty(),
                        decision.seatCode(),
                        caller.name(),
                        loaded.now(),
                        until,
                        judgement.reason(),
                        lock.decisionId())
                : AccessDecision.exempted(
                        decision.localParty(),
                        decision.seatCode(),
                        caller.name(),
                        loaded.now(),
                        until,
                        judgement.reason(),
                        null);
    }

    private Uni<AppealView> one(Mutiny.StatelessSession session, UUID decisionId, UUID appealId) {
        return appeals.of(session, decisionId).map(all -> all.stream()
                .filter(appeal -> appeal.appealId().equals(appealId))
                .findFirst()
                .orElseThrow());
    }

    private Uni<AppealView> open(Mutiny.StatelessSession session, UUID decisionId) {
        return appeals.of(session, decisionId).map(all -> all.stream()
                .filter(appeal -> Appeals.OPEN.equals(appeal.status()))
                .findFirst()
                .orElseThrow(() -> ProblemType.STATE_CONFLICT.because("No appeal of this decision is open.")));
    }

    private void requireAppealable(Caller caller, AccessDecision decision, Instant now) {
        requireWithin(caller, APPEAL, decision, now);
        if (!AGAINST.contains(decision.outcome())) {
            throw ProblemType.STATE_CONFLICT.because(
                    "A decision is appealed that goes against a local party; this one is %s."
                            .formatted(decision.outcome()));
        }
    }

    private void requireJudge(Caller caller, AccessDecision decision, Instant now) {
        requireWithin(caller, JUDGE, decision, now);
    }

    private void requireWithin(Caller caller, String permission, AccessDecision decision, Instant now) {
        boolean within = decision != null
                && rules.decide(caller, permission, decision.seatCode(), now).granted()
                && (rules.reach(caller, permission) != Reach.OWN
                        || caller.localParty()
                                .filter(decision.localParty()::equals)
                                .isPresent());
        if (!within) {
            throw ProblemType.NOT_FOUND.because("No decision that concerns you has this id.");
        }
    }

    private static void requireStanding(AccessDecision lifted) {
        if (lifted != null) {
            throw ProblemType.STATE_CONFLICT.because("This decision does not stand any more: it was %s on %s."
                    .formatted(lifted.outcome(), LocalDate.ofInstant(lifted.decidedAt(), DomainClock.LONDON)));
        }
    }

    private static void requireFirst(UUID appeal) {
        if (appeal == null) {
            throw ProblemType.STATE_CONFLICT.because("An appeal of this decision is open; it is judged first.");
        }
    }

    private static void requireNobodyElse(boolean first) {
        if (!first) {
            throw ProblemType.STATE_CONFLICT.because("Somebody else has judged this appeal just now.");
        }
    }

    private static void requireUnconcerned(Caller caller, AccessDecision decision, AppealView appeal) {
        if (caller.name().equals(decision.decidedBy()) || caller.name().equals(appeal.appellant())) {
            throw ProblemType.JUDGE_CONCERNED.because(
                    "You decided this or appealed it. Ask another regional or national organiser to judge.");
        }
    }
}
