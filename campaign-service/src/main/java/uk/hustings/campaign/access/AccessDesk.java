package uk.hustings.campaign.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.access.LiveLock;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Glances.Glance;
import uk.hustings.campaign.access.Situation.Verdict;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.access.domain.LateCounts;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Applies the policy inside the transaction of the counts that it follows from. */
@ApplicationScoped
public class AccessDesk {

    private final Policies policies;
    private final Decisions decisions;
    private final Locks locks;
    private final Glances glances;
    private final Review review;
    private final Enforcement enforcement;
    private final Strategy strategy;
    private final LockFeed feed;
    private final DomainClock clock;

    AccessDesk(
            Policies policies,
            Decisions decisions,
            Locks locks,
            Glances glances,
            Review review,
            Enforcement enforcement,
            Strategy strategy,
            LockFeed feed,
            DomainClock clock) {
        this.policies = policies;
        this.decisions = decisions;
        this.locks = locks;
        this.glances = glances;
        this.review = review;
        this.enforcement = enforcement;
        this.strategy = strategy;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Contacts that were reported of a local party in a seat.
     *
     * @param weeks those that they touched, as they now stand
     * @param days on which they were made
     */
    public record Reported(List<WeekContacts> weeks, List<LocalDate> days) {}

    /**
     * What follows from reports. The caller has the turns of these places and has added to their weeks, so that neither
     * their class nor a lock can change before the transaction ends.
     *
     * @return how each local party stands now
     * @throws uk.hustings.api.problem.Problem PARTY_LOCKED if a lock stands and what the party reports are no late counts
     */
    public Uni<Map<PartySeat, AccessStanding>> afterReports(
            Mutiny.StatelessSession session, Caller caller, Map<PartySeat, Reported> reports) {
        Instant now = clock.instant();
        return glances.at(session, reports.keySet()).chain(glance -> {
            SortedMap<PartySeat, Reported> plain = new TreeMap<>(reports);
            SortedMap<PartySeat, Reported> touched = new TreeMap<>(reports);
            plain.keySet().removeAll(glance.touched());
            touched.keySet().retainAll(glance.touched());
            return whereNothingStands(session, glance, plain, now)
                    .chain(standings -> whereSomethingStands(session, caller, touched, now)
                            .map(more -> {
                                standings.putAll(more);
                                return standings;
                            }));
        });
    }

    /**
     * What follows from a correction: a lock by the policy falls when its count does, and a count that was raised warns or
     * locks. The caller holds the rows of the corrected weeks.
     */
    public Uni<AccessStanding> afterCorrection(
            Mutiny.StatelessSession session, PartySeat place, List<WeekContacts> corrected) {
        return review.of(session, place, corrected, null, clock.instant()).map(Verdict::standing);
    }

    /** Lets this replica know at once; the others hear of it by the database. */
    public Uni<Void> announce() {
        return feed.refresh();
    }

    private Uni<Map<PartySeat, AccessStanding>> whereSomethingStands(
            Mutiny.StatelessSession session, Caller caller, SortedMap<PartySeat, Reported> reports, Instant now) {
        Map<PartySeat, AccessStanding> standings = new HashMap<>();
        return Multi.createFrom()
                .iterable(reports.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        report -> afterReport(session, caller, report.getKey(), report.getValue(), now)
                                .invoke(standing -> standings.put(report.getKey(), standing)))
                .collect()
                .last()
                .replaceWith(standings);
    }

    private Uni<AccessStanding> afterReport(
            Mutiny.StatelessSession session, Caller caller, PartySeat place, Reported report, Instant now) {
        return locks.find(session, place.localParty(), place.seat()).chain(lock -> {
            if (lock == null || !now.isBefore(lock.live().until())) {
                return review.of(session, place, report.weeks(), null, now).map(Verdict::standing);
            }
            refuseUnlessLate(caller, lock.live(), report.days());
            return decisions.get(session, lock.decisionId()).map(decision -> AccessStanding.of(decision, null));
        });
    }

    /** Little has to be read: this is what nearly every report of contacts waits for. */
    private Uni<Map<PartySeat, AccessStanding>> whereNothingStands(
            Mutiny.StatelessSession session, Glance glance, SortedMap<PartySeat, Reported> reports, Instant now) {
        if (reports.isEmpty()) {
            return Uni.createFrom().item(new HashMap<>());
        }
        return strategy.classes(session, glance.strategyEdition()).chain(classes -> policies.current(
                        session, glance.policyEvents(), now)
                .chain(policy -> warnings(session, policy, classes, reports).chain(warned -> {
                    Map<PartySeat, Verdict> verdicts = new TreeMap<>();
                    reports.forEach((place, report) -> verdicts.put(
                            place,
                            untouched(place, policy, classes.apply(place.seat()), warned)
                                    .judge(report.weeks(), null, now)));
                    return enforcement
                            .enforce(
                                    session,
                                    verdicts.values().stream()
                                            .flatMap(verdict -> verdict.made().stream())
                                            .toList())
                            .replaceWith(standings(verdicts));
                })));
    }

    private static Map<PartySeat, AccessStanding> standings(Map<PartySeat, Verdict> verdicts) {
        Map<PartySeat, AccessStanding> standings = new HashMap<>();
        verdicts.forEach((place, verdict) -> standings.put(place, verdict.standing()));
        return standings;
    }

    private static Situation untouched(
            PartySeat place,
            AccessPolicy policy,
            BattlegroundClass seatClass,
            Map<PartySeat, Map<LocalDate, AccessDecision>> warned) {
        return new Situation(
                place, policy, seatClass, null, Map.of(), List.of(), List.of(), warned.getOrDefault(place, Map.of()));
    }

    /** Those given already for weeks that call for one. */
    private Uni<Map<PartySeat, Map<LocalDate, AccessDecision>>> warnings(
            Mutiny.StatelessSession session,
            AccessPolicy policy,
            Function<SeatCode, BattlegroundClass> classes,
            Map<PartySeat, Reported> reports) {
        Set<String> parties = new TreeSet<>();
        Set<LocalDate> mondays = new TreeSet<>();
        reports.forEach((place, report) -> {
            if (policy.covers(classes.apply(place.seat()))) {
                report.weeks().stream()
                        .filter(week -> policy.counted(week) >= policy.warnAt())
                        .forEach(week -> {
                            parties.add(place.localParty());
                            mondays.add(week.week().monday());
                        });
            }
        });
        return decisions.warnings(session, parties, mondays).map(Review::byPlace);
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
