package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.RollUps.Place;
import uk.hustings.campaign.access.Situation.Verdict;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Applies the policy inside the transaction of the counts that it follows from. */
@ApplicationScoped
public class AccessDesk {

    private final Policies policies;
    private final Decisions decisions;
    private final Locks locks;
    private final Respites respites;
    private final Review review;
    private final Enforcement enforcement;
    private final Strategy strategy;
    private final LockFeed feed;
    private final DomainClock clock;

    AccessDesk(
            Policies policies,
            Decisions decisions,
            Locks locks,
            Respites respites,
            Review review,
            Enforcement enforcement,
            Strategy strategy,
            LockFeed feed,
            DomainClock clock) {
        this.policies = policies;
        this.decisions = decisions;
        this.locks = locks;
        this.respites = respites;
        this.review = review;
        this.enforcement = enforcement;
        this.strategy = strategy;
        this.feed = feed;
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
        // The class is held before the lock is looked for: whoever changes it locks and lifts in the same transaction.
        return strategy.classOf(session, seat)
                .chain(seatClass -> locks.find(session, localParty, seat).chain(lock -> {
                    if (lock != null && now.isBefore(lock.live().until())) {
                        refuseUnlessLate(caller, lock.live(), days);
                        return decisions
                                .get(session, lock.decisionId())
                                .map(decision -> AccessStanding.of(decision, null));
                    }
                    return weigh(session, new Place(localParty, seat), seatClass, lock, weeks, now);
                }));
    }

    /**
     * What follows from a correction: a lock by the policy falls when its count does, and a count that was raised warns or
     * locks. The caller holds the rows of the corrected weeks.
     */
    public Uni<AccessStanding> afterCorrection(
            Mutiny.StatelessSession session, String localParty, SeatCode seat, List<WeekContacts> corrected) {
        return review.of(session, new Place(localParty, seat), corrected, null, clock.instant())
                .map(Verdict::standing);
    }

    /** Lets this replica know at once; the others hear of it by the database. */
    public Uni<Void> announce() {
        return feed.refresh();
    }

    /** Where nothing is due, little has to be read: this is what every report of contacts waits for. */
    private Uni<AccessStanding> weigh(
            Mutiny.StatelessSession session,
            Place place,
            BattlegroundClass seatClass,
            AccessLock lock,
            List<WeekContacts> weeks,
            Instant now) {
        return respites.of(session, place.localParty(), place.seat()).chain(held -> {
            if (lock != null || held.stream().anyMatch(respite -> respite.runs() && !now.isBefore(respite.until()))) {
                return review.of(session, place, weeks, null, now).map(Verdict::standing);
            }
            return policies.current(session, now)
                    .chain(policy -> situation(session, place, policy, seatClass, held, weeks))
                    .chain(situation -> {
                        Verdict verdict = situation.judge(weeks, null, now);
                        return enforcement.enforce(session, verdict.made()).replaceWith(verdict.standing());
                    });
        });
    }

    private Uni<Situation> situation(
            Mutiny.StatelessSession session,
            Place place,
            AccessPolicy policy,
            BattlegroundClass seatClass,
            List<Respite> held,
            List<WeekContacts> weeks) {
        List<UUID> notices = held.stream()
                .filter(respite -> respite.runs() && respite.isNotice())
                .map(Respite::decisionId)
                .toList();
        List<LocalDate> full = weeks.stream()
                .filter(week -> policy.covers(seatClass) && policy.counted(week) >= policy.warnAt())
                .map(week -> week.week().monday())
                .toList();
        List<String> parties = full.isEmpty() ? List.of() : List.of(place.localParty());
        return decisions.get(session, notices).chain(cited -> decisions
                .warnings(session, parties, full)
                .map(warnings -> new Situation(
                        place,
                        policy,
                        seatClass,
                        null,
                        cited,
                        held,
                        null,
                        warnings.stream()
                                .filter(warning -> warning.seatCode().equals(place.seat()))
                                .collect(Collectors.toMap(
                                        AccessDecision::weekStart, Function.identity(), (first, second) -> second)))));
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
}
