package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Situation.Ending;
import uk.hustings.campaign.access.Situation.Verdict;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.mutex.PartySeatMutex;
import uk.hustings.campaign.seatref.Seats;

/**
 * Judges local parties in seats again: after a report or a correction, and when the rules, a class or the time have changed.
 * What is judged are facts that were read under the locks of the places.
 */
@ApplicationScoped
class Review {

    private final PartySeatMutex mutex;
    private final DecisionFacts.Loader facts;
    private final Policies policies;
    private final Decisions decisions;
    private final RollUps rollUps;
    private final Seats seats;
    private final Enforcement enforcement;
    private final DomainClock clock;

    Review(
            PartySeatMutex mutex,
            DecisionFacts.Loader facts,
            Policies policies,
            Decisions decisions,
            RollUps rollUps,
            Seats seats,
            Enforcement enforcement,
            DomainClock clock) {
        this.mutex = mutex;
        this.facts = facts;
        this.policies = policies;
        this.decisions = decisions;
        this.rollUps = rollUps;
        this.seats = seats;
        this.enforcement = enforcement;
        this.clock = clock;
    }

    /** Everybody whom a change may concern, under the rules in force. */
    Uni<Void> everywhere(Mutiny.StatelessSession session) {
        return atStake(session, null).chain(places -> judgeAll(session, places));
    }

    /** Everybody in these seats, whose class may have changed. */
    Uni<Void> inSeats(Mutiny.StatelessSession session, Collection<SeatCode> changed) {
        return atStake(session, changed).chain(places -> judgeAll(session, places));
    }

    /** Where the time of something is over. */
    Uni<Void> whatIsDue(Mutiny.StatelessSession session) {
        return rollUps.due(session, clock.instant()).chain(places -> judgeAll(session, places));
    }

    /** What this policy would decide at once about everybody; nothing is written. */
    Uni<List<AccessDecision>> foresee(Mutiny.StatelessSession session, AccessPolicy policy) {
        return mutex.shareRules(session)
                .chain(() -> rollUps.atStake(session, null, monday(clock.instant()), leastThatMatters(policy)))
                .map(this::known)
                .chain(places -> places.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : facts.lockAndLoad(session, places)
                                .chain(loaded -> verdicts(session, loaded, policy, Map.of(), null))
                                .map(verdicts -> made(verdicts.values())));
    }

    /**
     * Judges the places of these facts and enforces what follows.
     *
     * @param changed weeks that a report or a correction has touched, as they are now; they are judged beside the present one
     * @param ending null if nobody ends anything
     * @return what was decided, by place
     */
    Uni<Map<PartySeat, Verdict>> judge(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            Map<PartySeat, List<WeekContacts>> changed,
            Ending ending) {
        return verdicts(session, loaded, loaded.policy(), changed, ending)
                .call(verdicts -> enforcement.enforce(session, loaded, made(verdicts.values())));
    }

    private Uni<Void> judgeAll(Mutiny.StatelessSession session, List<PartySeat> places) {
        List<PartySeat> known = known(places);
        return known.isEmpty()
                ? Uni.createFrom().voidItem()
                : facts.lockAndLoad(session, known)
                        .chain(loaded -> judge(session, loaded, Map.of(), null))
                        .replaceWithVoid();
    }

    /** @param changed null for all seats */
    private Uni<List<PartySeat>> atStake(Mutiny.StatelessSession session, Collection<SeatCode> changed) {
        Instant now = clock.instant();
        return mutex.shareRules(session)
                .chain(() -> policies.current(session, now))
                .chain(policy -> rollUps.atStake(session, changed, monday(now), leastThatMatters(policy)));
    }

    private List<PartySeat> known(List<PartySeat> places) {
        return places.stream()
                .filter(place -> seats.find(place.seat()).isPresent())
                .toList();
    }

    private Uni<Map<PartySeat, Verdict>> verdicts(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            AccessPolicy policy,
            Map<PartySeat, List<WeekContacts>> changed,
            Ending ending) {
        return weeks(session, loaded, changed).chain(weeks -> {
            Map<PartySeat, List<WeekContacts>> judged = new HashMap<>();
            loaded.places()
                    .forEach(place -> judged.put(
                            place,
                            judged(loaded, place, weeks.getOrDefault(place, List.of()), mondays(changed.get(place)))));
            return warnings(session, loaded, policy, judged).map(warned -> {
                Map<PartySeat, Verdict> verdicts = new TreeMap<>();
                judged.forEach((place, some) -> verdicts.put(
                        place,
                        Situation.of(
                                        loaded,
                                        policy,
                                        place,
                                        weeks.getOrDefault(place, List.of()),
                                        warned.getOrDefault(place, Map.of()))
                                .judge(some, ending, loaded.now())));
                return verdicts;
            });
        });
    }

    /** Where nothing but a report's own weeks matters, they need not be read again. */
    private Uni<Map<PartySeat, List<WeekContacts>>> weeks(
            Mutiny.StatelessSession session, DecisionFacts loaded, Map<PartySeat, List<WeekContacts>> changed) {
        Map<PartySeat, List<WeekContacts>> weeks = new HashMap<>();
        Set<PartySeat> unread = new TreeSet<>();
        for (PartySeat place : loaded.places()) {
            if (changed.containsKey(place) && !loaded.detailed(place)) {
                weeks.put(place, changed.get(place));
            } else {
                unread.add(place);
            }
        }
        if (unread.isEmpty()) {
            return Uni.createFrom().item(weeks);
        }
        LocalDate from = unread.stream()
                .flatMap(place -> mondays(changed.get(place)).stream())
                .min(LocalDate::compareTo)
                .filter(earliest -> earliest.isBefore(monday(loaded.now())))
                .orElse(monday(loaded.now()));
        return rollUps.of(session, unread, from).map(read -> {
            weeks.putAll(read);
            return weeks;
        });
    }

    /** The present week, the changed ones, and those since the one that a notice rests on. */
    private static List<WeekContacts> judged(
            DecisionFacts loaded, PartySeat place, List<WeekContacts> weeks, Set<LocalDate> changed) {
        LocalDate present = monday(loaded.now());
        LocalDate noticed = loaded.respites(place).stream()
                .filter(respite -> respite.runs() && respite.isNotice())
                .map(respite -> loaded.cited().get(respite.decisionId()).weekStart())
                .findFirst()
                .filter(monday -> monday.isBefore(present))
                .orElse(present);
        return weeks.stream()
                .filter(week -> changed.contains(week.week().monday())
                        || !week.week().monday().isBefore(noticed))
                .toList();
    }

    /** Warnings given already for weeks that call for one. */
    private Uni<Map<PartySeat, Map<LocalDate, AccessDecision>>> warnings(
            Mutiny.StatelessSession session,
            DecisionFacts loaded,
            AccessPolicy policy,
            Map<PartySeat, List<WeekContacts>> judged) {
        Set<String> parties = new TreeSet<>();
        Set<LocalDate> mondays = new TreeSet<>();
        judged.forEach((place, weeks) -> {
            if (policy.covers(loaded.classOf(place.seat()))) {
                weeks.stream()
                        .filter(week -> policy.counted(week) >= policy.warnAt())
                        .forEach(week -> {
                            parties.add(place.localParty());
                            mondays.add(week.week().monday());
                        });
            }
        });
        return decisions.warnings(session, parties, mondays).map(Review::byPlace);
    }

    private static Map<PartySeat, Map<LocalDate, AccessDecision>> byPlace(List<AccessDecision> warnings) {
        Map<PartySeat, Map<LocalDate, AccessDecision>> warned = new HashMap<>();
        warnings.forEach(warning -> warned.computeIfAbsent(
                        new PartySeat(warning.localParty(), warning.seatCode()), place -> new HashMap<>())
                .put(warning.weekStart(), warning));
        return warned;
    }

    private static Set<LocalDate> mondays(List<WeekContacts> weeks) {
        return weeks == null
                ? Set.of()
                : weeks.stream().map(week -> week.week().monday()).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<AccessDecision> made(Collection<Verdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> verdict.made().stream()).toList();
    }

    private static int leastThatMatters(AccessPolicy policy) {
        return Math.min(policy.warnAt(), policy.weeklyLimit());
    }

    private static LocalDate monday(Instant now) {
        return IsoWeek.of(LocalDate.ofInstant(now, DomainClock.LONDON)).monday();
    }
}
