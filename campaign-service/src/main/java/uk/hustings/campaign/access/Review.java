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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LiveLock;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.Situation.Ending;
import uk.hustings.campaign.access.Situation.Verdict;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Looks again at how local parties stand in seats, and puts right what no longer is: the rule, the class, the count or time has moved. */
@ApplicationScoped
class Review {

    private final Policies policies;
    private final Decisions decisions;
    private final Locks locks;
    private final Turns turns;
    private final Respites respites;
    private final RollUps rollUps;
    private final Strategy strategy;
    private final Seats seats;
    private final Enforcement enforcement;

    Review(
            Policies policies,
            Decisions decisions,
            Locks locks,
            Turns turns,
            Respites respites,
            RollUps rollUps,
            Strategy strategy,
            Seats seats,
            Enforcement enforcement) {
        this.policies = policies;
        this.decisions = decisions;
        this.locks = locks;
        this.turns = turns;
        this.respites = respites;
        this.rollUps = rollUps;
        this.strategy = strategy;
        this.seats = seats;
        this.enforcement = enforcement;
    }

    /**
     * How to look.
     *
     * @param also weeks that are weighed beside the present one
     * @param ending null if nobody ends anything
     * @param held whether the weeks are held. Whoever changes the class of a seat does not: a report that holds its week
     *     waits for the class, and weighs itself when it has it
     */
    private record Question(List<WeekContacts> also, Ending ending, boolean held) {}

    private static final Question HELD = new Question(List.of(), null, true);
    private static final Question FREE = new Question(List.of(), null, false);

    /** What is read about many places before anything is decided. */
    private record Facts(
            Map<PartySeat, List<WeekContacts>> weeks,
            Map<PartySeat, AccessLock> locks,
            Map<PartySeat, List<Respite>> respites,
            Map<UUID, AccessDecision> cited,
            Map<PartySeat, Map<LocalDate, AccessDecision>> warned,
            Function<SeatCode, BattlegroundClass> classes) {}

    /** Everybody whom a change may concern, under the rule in force. */
    Uni<Void> everywhere(Mutiny.StatelessSession session, Instant now) {
        return policies.current(session, now)
                .chain(policy -> rollUps.atStake(session, null, monday(now), leastThatMatters(policy))
                        .chain(places -> judge(session, policy, places, HELD, now)))
                .chain(verdicts -> enforce(session, verdicts));
    }

    /** Everybody in these seats, whose class may have changed. */
    Uni<Void> inSeats(Mutiny.StatelessSession session, Collection<SeatCode> changed, Instant now) {
        return policies.current(session, now)
                .chain(policy -> rollUps.atStake(session, changed, monday(now), leastThatMatters(policy))
                        .chain(places -> judge(session, policy, places, FREE, now)))
                .chain(verdicts -> enforce(session, verdicts));
    }

    /** Where the time of something is over. */
    Uni<Void> whatIsDue(Mutiny.StatelessSession session, Instant now) {
        return rollUps.due(session, now)
                .chain(places -> places.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : policies.current(session, now)
                                .chain(policy -> judge(session, policy, places, HELD, now))
                                .chain(verdicts -> enforce(session, verdicts)));
    }

    /**
     * One local party in one seat.
     *
     * @param also weeks that are weighed beside the present one
     * @param ending null if nobody ends anything
     */
    Uni<Verdict> of(
            Mutiny.StatelessSession session, PartySeat place, List<WeekContacts> also, Ending ending, Instant now) {
        return policies.current(session, now)
                .chain(policy -> judge(session, policy, List.of(place), new Question(also, ending, true), now))
                .call(verdicts -> enforce(session, verdicts))
                .map(verdicts -> verdicts.get(0));
    }

    /** What this policy would decide at once about everybody; nothing is written. */
    Uni<List<AccessDecision>> foresee(Mutiny.StatelessSession session, AccessPolicy policy, Instant now) {
        return rollUps.atStake(session, null, monday(now), leastThatMatters(policy))
                .chain(places -> judge(session, policy, places, FREE, now))
                .map(Review::made);
    }

    private Uni<Void> enforce(Mutiny.StatelessSession session, List<Verdict> verdicts) {
        return enforcement.enforce(session, made(verdicts));
    }

    private Uni<List<Verdict>> judge(
            Mutiny.StatelessSession session,
            AccessPolicy policy,
            List<PartySeat> places,
            Question question,
            Instant now) {
        List<PartySeat> known = places.stream()
                .filter(place -> seats.find(place.seat()).isPresent())
                .toList();
        if (known.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Uni<Void> turn =
                question.held() ? turns.take(session, known) : Uni.createFrom().voidItem();
        return turn.chain(() -> facts(session, known, question, now)).map(facts -> known.stream()
                .map(place -> {
                    Situation situation = situation(place, policy, facts);
                    return situation.judge(weighed(situation, question.also(), now), question.ending(), now);
                })
                .toList());
    }

    private Uni<Facts> facts(Mutiny.StatelessSession session, List<PartySeat> places, Question question, Instant now) {
        Set<String> parties = places.stream().map(PartySeat::localParty).collect(Collectors.toSet());
        Set<LocalDate> mondays = question.also().stream()
                .map(week -> week.week().monday())
                .collect(Collectors.toCollection(HashSet::new));
        return rollUps.of(session, places, question.held(), monday(now)).chain(weeks -> {
            weeks.values()
                    .forEach(
                            some -> some.forEach(week -> mondays.add(week.week().monday())));
            return strategy.classes(session).chain(classes -> locks.find(session, places)
                    .chain(locked -> respites.ofParties(session, parties).chain(held -> decisions
                            .get(session, citedBy(locked, held))
                            .chain(cited -> decisions
                                    .warnings(session, parties, mondays)
                                    .map(warnings -> new Facts(
                                            weeks,
                                            locked.stream()
                                                    .collect(Collectors.toMap(
                                                            lock -> placeOf(lock.live()), Function.identity())),
                                            held.stream()
                                                    .collect(Collectors.groupingBy(respite ->
                                                            new PartySeat(respite.localParty(), respite.seat()))),
                                            cited,
                                            byPlace(warnings),
                                            classes))))));
        });
    }

    private static Situation situation(PartySeat place, AccessPolicy policy, Facts facts) {
        return new Situation(
                place,
                policy,
                facts.classes().apply(place.seat()),
                facts.locks().get(place),
                facts.cited(),
                facts.respites().getOrDefault(place, List.of()),
                facts.weeks().getOrDefault(place, List.of()),
                facts.warned().getOrDefault(place, Map.of()));
    }

    /** The present week, what was asked for, and what a notice rests on. */
    private static List<WeekContacts> weighed(Situation situation, List<WeekContacts> also, Instant now) {
        LocalDate noticed = situation.respites().stream()
                .filter(respite -> respite.runs() && respite.isNotice())
                .map(respite -> situation.cited().get(respite.decisionId()).weekStart())
                .findFirst()
                .orElse(monday(now));
        LocalDate from = noticed.isBefore(monday(now)) ? noticed : monday(now);
        Map<LocalDate, WeekContacts> weighed = new TreeMap<>();
        also.forEach(week -> weighed.put(week.week().monday(), week));
        situation.weeks().stream()
                .filter(week -> !week.week().monday().isBefore(from))
                .forEach(week -> weighed.put(week.week().monday(), week));
        return List.copyOf(weighed.values());
    }

    private static Set<UUID> citedBy(List<AccessLock> locks, List<Respite> respites) {
        Set<UUID> cited = locks.stream().map(AccessLock::decisionId).collect(Collectors.toCollection(HashSet::new));
        for (Respite respite : respites) {
            if (respite.isNotice()) {
                cited.add(respite.decisionId());
            } else if (respite.opened() != null) {
                cited.add(respite.opened());
            }
        }
        return cited;
    }

    static Map<PartySeat, Map<LocalDate, AccessDecision>> byPlace(List<AccessDecision> warnings) {
        Map<PartySeat, Map<LocalDate, AccessDecision>> warned = new HashMap<>();
        warnings.forEach(warning -> warned.computeIfAbsent(
                        new PartySeat(warning.localParty(), warning.seatCode()), place -> new HashMap<>())
                .put(warning.weekStart(), warning));
        return warned;
    }

    private static List<AccessDecision> made(List<Verdict> verdicts) {
        return verdicts.stream().flatMap(verdict -> verdict.made().stream()).toList();
    }

    private static PartySeat placeOf(LiveLock lock) {
        return new PartySeat(lock.localParty(), lock.seatCode());
    }

    private static int leastThatMatters(AccessPolicy policy) {
        return Math.min(policy.warnAt(), policy.weeklyLimit());
    }

    private static LocalDate monday(Instant now) {
        return IsoWeek.of(LocalDate.ofInstant(now, DomainClock.LONDON)).monday();
    }
}
