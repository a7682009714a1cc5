package uk.hustings.campaign.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.access.domain.CutOff;
import uk.hustings.campaign.access.domain.Reasons;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * All that decides about one local party in one seat, and what follows from it.
 *
 * @param worksThere whether the seat is its own or a twinning with it is in force; elsewhere the policy neither warns nor
 *     locks
 * @param lock that stands; null for none
 * @param cited decisions that locks, notices and emergencies rest on, by id
 * @param respites that count
 * @param weeks of the local party in the seat, as far back as anything cited goes
 * @param warned weeks for which a warning was given, with it
 */
record Situation(
        PartySeat place,
        AccessPolicy policy,
        BattlegroundClass seatClass,
        boolean worksThere,
        AccessLock lock,
        Map<UUID, AccessDecision> cited,
        List<Respite> respites,
        List<WeekContacts> weeks,
        Map<LocalDate, AccessDecision> warned) {

    /**
     * @param policy by which is judged: the one in force, or one whose effects are wanted beforehand
     * @param weeks counted in the place, as far back as anything cited goes
     */
    static Situation of(
            DecisionFacts facts,
            AccessPolicy policy,
            PartySeat place,
            List<WeekContacts> weeks,
            Map<LocalDate, AccessDecision> warned) {
        return new Situation(
                place,
                policy,
                facts.classOf(place.seat()),
                facts.worksIn(place),
                facts.lock(place),
                facts.cited(),
                facts.respites(place),
                weeks,
                warned);
    }

    /** What was decided, in order, and how the local party stands after it. */
    record Verdict(List<AccessDecision> made, AccessStanding standing) {}

    /**
     * An exemption, or an opening in an emergency, that a person ends before its time.
     *
     * @param by account
     */
    record Ending(UUID respite, String by, String reason) {}

    /**
     * Decides.
     *
     * @param weighed weeks that are held against the limit
     * @param ending null if nobody ends anything
     */
    Verdict judge(List<WeekContacts> weighed, Ending ending, Instant now) {
        List<AccessDecision> made = new ArrayList<>();
        if (lock != null) {
            AccessDecision citedByLock = cited.get(lock.decisionId());
            String gone = whyGone(citedByLock, now);
            if (gone == null) {
                endRespites(made, ending, now);
                return new Verdict(made, AccessStanding.of(citedByLock, null));
            }
            made.add(restored(citedByLock, gone, now));
        }
        AccessDecision again = endRespites(made, ending, now);
        if (again != null && lock == null) {
            made.add(again);
            return new Verdict(made, AccessStanding.of(again, 0L));
        }
        return weigh(made, weighed, ending, now);
    }

    private Verdict weigh(List<AccessDecision> made, List<WeekContacts> weighed, Ending ending, Instant now) {
        Optional<Respite> notice = notice();
        Optional<Respite> exemption = exemption(ending, now);
        CutOff.Respite respite = new CutOff.Respite(
                exemption.map(Respite::until).orElse(forgivenUntil(now)),
                notice.map(Respite::until).orElse(null));
        CutOff outcome = worksThere ? CutOff.decide(policy, seatClass, weighed, respite, now) : new CutOff.Open(null);
        if (outcome instanceof CutOff.Locked locked) {
            return new Verdict(made, locked(made, locked, now));
        }
        if (outcome instanceof CutOff.Notice crossed) {
            return new Verdict(made, noticed(made, notice, crossed, now));
        }
        Optional<Respite> standing = notice.filter(running -> !endNotice(made, running, now));
        if (standing.isPresent()) {
            return new Verdict(made, AccessStanding.of(cited.get(standing.get().decisionId()), 0L));
        }
        AccessDecision lifted = restoredIn(made);
        if (outcome instanceof CutOff.Warned crossed) {
            AccessStanding warning = warned(made, crossed, now);
            return new Verdict(made, lifted == null ? warning : AccessStanding.of(lifted, crossed.contactsLeft()));
        }
        Long left = ((CutOff.Open) outcome).contactsLeft();
        AccessStanding open = lifted == null ? AccessStanding.active(left) : AccessStanding.of(lifted, left);
        return new Verdict(made, exemption.map(AccessStanding::exempt).orElse(open));
    }

    private AccessStanding locked(List<AccessDecision> made, CutOff.Locked crossed, Instant now) {
        AccessDecision decision = AccessDecision.locked(
                        place.localParty(),
                        place.seat(),
                        AccessDecision.POLICY,
                        now,
                        crossed.until(),
                        Reasons.locked(crossed, policy, seatClass))
                .on(policy, crossed.week());
        made.add(decision);
        return AccessStanding.of(decision, 0L);
    }

    private static AccessDecision restoredIn(List<AccessDecision> made) {
        return made.stream()
                .filter(decision -> AccessDecision.RESTORED.equals(decision.outcome()))
                .findFirst()
                .orElse(null);
    }

    /** One notice at a time. */
    private AccessStanding noticed(
            List<AccessDecision> made, Optional<Respite> running, CutOff.Notice crossed, Instant now) {
        if (running.isPresent()) {
            return AccessStanding.of(cited.get(running.get().decisionId()), 0L);
        }
        AccessDecision decision = AccessDecision.notice(
                        place.localParty(), place.seat(), now, crossed.due(), Reasons.notice(crossed, policy))
                .on(policy, crossed.week());
        made.add(decision);
        return AccessStanding.of(decision, 0L);
    }

    /** One warning a week is enough. */
    private AccessStanding warned(List<AccessDecision> made, CutOff.Warned crossed, Instant now) {
        LocalDate week = crossed.week().week().monday();
        AccessDecision decision = warned.get(week);
        String reason = Reasons.warned(crossed, policy);
        if (decision == null) {
            decision = AccessDecision.warned(place.localParty(), place.seat(), now, reason)
                    .on(policy, crossed.week());
            made.add(decision);
        }
        return new AccessStanding(AccessDecision.WARNED, reason, crossed.contactsLeft(), decision.id(), null);
    }

    /** Why the lock need not stand any longer; null if it must. What a person decided falls by time alone. */
    private String whyGone(AccessDecision decision, Instant now) {
        if (!now.isBefore(lock.live().until())) {
            return Reasons.ranOut();
        }
        return whyUnfounded(decision, now);
    }

    /** Why a decision that rests on a count has lost its ground; null if it has not, or rests on none. */
    private String whyUnfounded(AccessDecision decision, Instant now) {
        if (!decision.restsOnCount()) {
            return null;
        }
        if (!policy.valid(now)) {
            return Reasons.noPolicy();
        }
        if (!worksThere) {
            return Reasons.worksThereNoMore();
        }
        if (!policy.covers(seatClass)) {
            return Reasons.coveredNoMore(policy, seatClass);
        }
        if (CutOff.stillOver(policy, since(decision.weekStart()))) {
            return null;
        }
        return Integer.valueOf(policy.version()).equals(decision.policyVersion())
                ? Reasons.correctedBelowLimit(policy)
                : Reasons.allowedByNow(policy);
    }

    private AccessDecision restored(AccessDecision citedByLock, String reason, Instant now) {
        AccessDecision decision = AccessDecision.restored(
                place.localParty(), place.seat(), AccessDecision.POLICY, now, null, reason, lock.decisionId());
        return citedByLock.restsOnCount()
                ? since(citedByLock.weekStart()).stream()
                        .findFirst()
                        .filter(week -> week.week().monday().equals(citedByLock.weekStart()))
                        .map(week -> decision.on(policy, week))
                        .orElse(decision.on(policy))
                : decision;
    }

    /** @return the lock that stands again when an emergency is over; null if none does */
    private AccessDecision endRespites(List<AccessDecision> made, Ending ending, Instant now) {
        AccessDecision again = null;
        for (Respite respite : respites) {
            boolean byHand = ending != null && ending.respite().equals(respite.decisionId());
            if (!respite.runs() || respite.isNotice() || now.isBefore(respite.until()) && !byHand) {
                continue;
            }
            made.add(AccessDecision.exemptionEnded(
                    place.localParty(),
                    place.seat(),
                    byHand ? ending.by() : AccessDecision.POLICY,
                    now,
                    byHand ? ending.reason() : whyEnded(respite),
                    respite.decisionId()));
            AccessDecision opened = respite.opened() == null ? null : cited.get(respite.opened());
            if (opened != null && now.isBefore(opened.until()) && whyUnfounded(opened, now) == null) {
                again = AccessDecision.locked(
                                place.localParty(),
                                place.seat(),
                                AccessDecision.POLICY,
                                now,
                                opened.until(),
                                Reasons.emergencyOver(opened.reason()))
                        .onWhat(opened);
            }
        }
        return again;
    }

    private static String whyEnded(Respite respite) {
        return respite.unconfirmed() ? Reasons.notConfirmed() : Reasons.exemptionRanOut();
    }

    /** Whether the notice is at its end without a lock, because what it rests on is gone. */
    private boolean endNotice(List<AccessDecision> made, Respite notice, Instant now) {
        String unfounded = whyUnfounded(cited.get(notice.decisionId()), now);
        if (unfounded == null && now.isBefore(notice.until())) {
            return false;
        }
        made.add(AccessDecision.noticeEnded(
                place.localParty(),
                place.seat(),
                now,
                unfounded == null ? Reasons.ranOut() : unfounded,
                notice.decisionId()));
        return true;
    }

    private Optional<Respite> notice() {
        return respites.stream()
                .filter(respite -> respite.runs() && respite.isNotice())
                .findFirst();
    }

    /** The exemption that lasts longest. */
    Optional<Respite> exemption(Ending ending, Instant now) {
        return respites.stream()
                .filter(respite -> respite.runs() && !respite.isNotice() && now.isBefore(respite.until()))
                .filter(respite -> ending == null || !ending.respite().equals(respite.decisionId()))
                .max(Comparator.comparing(Respite::until));
    }

    /** An exemption that came to its own end covered the weeks before it for good; an emergency covers nothing. */
    private Instant forgivenUntil(Instant now) {
        return respites.stream()
                .filter(respite -> Respites.EXEMPTION.equals(respite.kind()) && !now.isBefore(respite.until()))
                .map(Respite::until)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<WeekContacts> since(LocalDate monday) {
        return weeks.stream()
                .filter(week -> !week.week().monday().isBefore(monday))
                .sorted(Comparator.comparing(WeekContacts::week))
                .toList();
    }
}
