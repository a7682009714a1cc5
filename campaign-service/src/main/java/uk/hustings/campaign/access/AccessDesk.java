package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.access.domain.CutOff;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.access.domain.Reasons;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.rolesync.RoleSyncRequests;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Applies the policy, and people's decisions, inside the transaction of what they follow from. */
@ApplicationScoped
public class AccessDesk {

    private final Policies policies;
    private final Decisions decisions;
    private final Locks locks;
    private final RoleSyncRequests roleSync;
    private final Strategy strategy;
    private final LockFeed feed;
    private final KeptReplies replies;
    private final DomainClock clock;

    AccessDesk(
            Policies policies,
            Decisions decisions,
            Locks locks,
            RoleSyncRequests roleSync,
            Strategy strategy,
            LockFeed feed,
            KeptReplies replies,
            DomainClock clock) {
        this.policies = policies;
        this.decisions = decisions;
        this.locks = locks;
        this.roleSync = roleSync;
        this.strategy = strategy;
        this.feed = feed;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * What follows from a batch. The caller holds the rows of these weeks.
     *
     * @param weeks those that the batch touched, as they now stand
     * @param days of the batch
     * @throws uk.hustings.api.problem.Problem PARTY_LOCKED if a lock stands and these are no late counts
     */
    public Uni<AccessStanding> afterReport(
            Mutiny.StatelessSession session,
            Caller caller,
            String localParty,
            SeatCode seat,
            List<WeekContacts> weeks,
            List<LocalDate> days) {
        Instant now = clock.instant();
        return locks.find(session, localParty, seat).chain(lock -> {
            if (lock != null && now.isBefore(lock.live().until())) {
                refuseUnlessLate(caller, lock.live(), days);
                return decisions.get(session, lock.decisionId()).map(decision -> AccessStanding.of(decision, null));
            }
            return policies.current(session).chain(policy -> decisions
                    .exemption(session, localParty, seat, now)
                    .chain(exemption -> {
                        BattlegroundClass seatClass = strategy.classOf(seat);
                        CutOff outcome = CutOff.decide(
                                policy, seatClass, weeks, exemption == null ? null : exemption.until(), now);
                        if (outcome instanceof CutOff.Locked locked) {
                            return lockByPolicy(session, localParty, seat, policy, seatClass, locked, now);
                        }
                        if (outcome instanceof CutOff.Warned warned) {
                            return warn(session, localParty, seat, policy, warned, now);
                        }
                        return Uni.createFrom()
                                .item(
                                        exemption != null
                                                ? AccessStanding.exempt(exemption)
                                                : AccessStanding.active(((CutOff.Open) outcome).contactsLeft()));
                    }));
        });
    }

    /**
     * What follows from a correction: a lock by the policy falls when its count does. The caller holds the rows of the
     * corrected weeks.
     */
    public Uni<AccessStanding> afterCorrection(
            Mutiny.StatelessSession session,
            String localParty,
            SeatCode seat,
            WeeksSince weeksSince,
            List<WeekContacts> corrected) {
        Instant now = clock.instant();
        return locks.find(session, localParty, seat).chain(lock -> {
            if (lock == null) {
                return policies.current(session)
                        .map(policy -> AccessStanding.active(left(policy, seat, corrected, now)));
            }
            return decisions.get(session, lock.decisionId()).chain(cited -> {
                if (!AccessDecision.POLICY.equals(cited.decidedBy())) {
                    return Uni.createFrom().item(AccessStanding.of(cited, null));
                }
                return policies.current(session).chain(policy -> weeksSince
                        .of(session, new IsoWeek(cited.weekStart()))
                        .chain(weeks -> CutOff.stillOver(policy, weeks)
                                ? Uni.createFrom().item(AccessStanding.of(cited, null))
                                : restore(
                                                session,
                                                lock,
                                                AccessDecision.restored(
                                                                localParty,
                                                                seat,
                                                                AccessDecision.POLICY,
                                                                now,
                                                                null,
                                                                Reasons.correctedBelowLimit(policy),
                                                                lock.decisionId())
                                                        .on(
                                                                policy.version(),
                                                                cited.weekStart(),
                                                                policy.counted(weeks.get(0))))
                                        .map(decision ->
                                                AccessStanding.of(decision, left(policy, seat, corrected, now)))));
            });
        });
    }

    /** Reads the weeks of the local party and seat in question. */
    public interface WeeksSince {
        Uni<List<WeekContacts>> of(Mutiny.StatelessSession session, IsoWeek first);
    }

    /** A person locks or restores. */
    Uni<Reply> decideByHand(Caller caller, DecisionRequest request) {
        Instant now = clock.instant();
        request.checked(now);
        return replies.once(
                        201,
                        session -> request.locks()
                                ? lockByHand(session, caller, request, now)
                                : restoreByHand(session, caller, request, now),
                        decision -> null)
                .call(this::announce);
    }

    /** Lets this replica know at once; the others hear of it by the database. */
    public Uni<Void> announce() {
        return feed.refresh();
    }

    private Uni<DecisionView> lockByHand(
            Mutiny.StatelessSession session, Caller caller, DecisionRequest request, Instant now) {
        return policies.current(session)
                .map(policy -> AccessDecision.locked(
                        request.localParty(), request.seatCode(), caller.name(), now, policy.ends(), request.reason()))
                .call(decision -> lock(session, decision))
                .map(DecisionView::of);
    }

    private Uni<DecisionView> restoreByHand(
            Mutiny.StatelessSession session, Caller caller, DecisionRequest request, Instant now) {
        Instant exemptUntil = request.exemptUntil() != null ? request.exemptUntil() : endOfThisWeek();
        return locks.find(session, request.localParty(), request.seatCode()).chain(lock -> {
            if (lock == null) {
                throw ProblemType.STATE_CONFLICT.because("No lock stands on this local party in this seat.");
            }
            return restore(
                            session,
                            lock,
                            AccessDecision.restored(
                                    request.localParty(),
                                    request.seatCode(),
                                    caller.name(),
                                    now,
                                    exemptUntil,
                                    request.reason(),
                                    lock.decisionId()))
                    .map(DecisionView::of);
        });
    }

    private Instant endOfThisWeek() {
        return IsoWeek.of(clock.today())
                .next()
                .monday()
                .atStartOfDay(DomainClock.LONDON)
                .toInstant();
    }

    private Uni<AccessStanding> lockByPolicy(
            Mutiny.StatelessSession session,
            String localParty,
            SeatCode seat,
            AccessPolicy policy,
            BattlegroundClass seatClass,
            CutOff.Locked locked,
            Instant now) {
        AccessDecision decision = AccessDecision.locked(
                        localParty,
                        seat,
                        AccessDecision.POLICY,
                        now,
                        locked.until(),
                        Reasons.locked(locked, policy, seatClass))
                .on(policy.version(), locked.week().week().monday(), locked.contacts());
        return lock(session, decision).replaceWith(() -> AccessStanding.of(decision, 0L));
    }

    private Uni<Void> lock(Mutiny.StatelessSession session, AccessDecision decision) {
        return decisions
                .add(session, decision)
                .chain(() -> roleSync.request(session, List.of(decision.localParty())))
                .chain(() -> locks.add(session, decision))
                .invoke(first -> {
                    if (!first) {
                        throw ProblemType.STATE_CONFLICT.because(
                                "The local party is locked out of this seat already; nothing was written.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AccessDecision> restore(Mutiny.StatelessSession session, AccessLock lock, AccessDecision decision) {
        return decisions
                .add(session, decision)
                .chain(() -> roleSync.request(session, List.of(decision.localParty())))
                .chain(() -> locks.lift(session, lock, decision))
                .replaceWith(decision);
    }

    /** One warning a week is enough. */
    private Uni<AccessStanding> warn(
            Mutiny.StatelessSession session,
            String localParty,
            SeatCode seat,
            AccessPolicy policy,
            CutOff.Warned warned,
            Instant now) {
        LocalDate week = warned.week().week().monday();
        String reason = Reasons.warned(warned, policy);
        return decisions
                .warning(session, localParty, seat, week)
                .chain(given -> given != null
                        ? Uni.createFrom().item(given)
                        : decisions.add(
                                session,
                                AccessDecision.warned(localParty, seat, now, reason)
                                        .on(policy.version(), week, warned.contacts())))
                .map(decision ->
                        new AccessStanding(AccessDecision.WARNED, reason, warned.contactsLeft(), decision.id(), null));
    }

    /** The reporter of a locked local party is turned away; headquarters and regions are not touched by a lock. */
    private void refuseUnlessLate(Caller caller, LiveLock lock, List<LocalDate> days) {
        boolean ofTheParty =
                caller.localParty().filter(lock.localParty()::equals).isPresent();
        LocalDate lockedOn = LocalDate.ofInstant(lock.since(), DomainClock.LONDON);
        if (ofTheParty && !LateCounts.only(days, lockedOn, clock.today())) {
            throw Ruling.locked(lock);
        }
    }

    private Long left(AccessPolicy policy, SeatCode seat, List<WeekContacts> weeks, Instant now) {
        CutOff outcome = CutOff.decide(policy, strategy.classOf(seat), weeks, null, now);
        if (outcome instanceof CutOff.Warned warned) {
            return warned.contactsLeft();
        }
        return outcome instanceof CutOff.Open open ? open.contactsLeft() : Long.valueOf(0);
    }
}
