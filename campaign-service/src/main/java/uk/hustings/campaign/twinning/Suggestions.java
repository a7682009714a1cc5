package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.reach.Journeys;
import uk.hustings.campaign.reach.domain.TravelTimes;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.twinning.domain.NearestTargets;
import uk.hustings.campaign.twinning.domain.NearestTargets.Reachable;
import uk.hustings.campaign.twinning.domain.NearestTargets.Target;

/** Where local parties could help: the nearest seats to win or to defend, until an allocation knows better. Writes nothing. */
@ApplicationScoped
class Suggestions {

    private static final String PROPOSE = "twinning:propose";

    /**
     * What is asked.
     *
     * @param donor one local party; null for all of {@code region} that could help
     * @param region GSS code; null for every region in the caller's reach
     * @param lockedOnly of these only those that are locked out of a seat
     * @param hours longest way, one way
     * @param most targets for each donor
     */
    record Asked(String donor, String region, boolean lockedOnly, double hours, int most) {}

    private final Twinnings twinnings;
    private final LockedSeats locked;
    private final WantedSeats wanted;
    private final Journeys journeys;
    private final TwinningReach reach;
    private final AccessRules rules;
    private final LocalParties parties;
    private final Seats seats;
    private final Strategy strategy;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    Suggestions(
            Twinnings twinnings,
            LockedSeats locked,
            WantedSeats wanted,
            Journeys journeys,
            TwinningReach reach,
            AccessRules rules,
            LocalParties parties,
            Seats seats,
            Strategy strategy,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.twinnings = twinnings;
        this.locked = locked;
        this.wanted = wanted;
        this.journeys = journeys;
        this.reach = reach;
        this.rules = rules;
        this.parties = parties;
        this.seats = seats;
        this.strategy = strategy;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** By the donor's name. */
    Uni<List<TwinningSuggestion>> of(Caller caller, Asked asked) {
        List<LocalParty> within = asked.donor() == null
                ? parties.all().stream().filter(reach.donors(caller, PROPOSE)).toList()
                : List.of(one(caller, asked.donor()));
        return sessions.withStatelessSession(session -> locked.byLocalParty(session, clock.instant())
                .chain(locks -> twinnings.open(session).map(open -> {
                    Map<String, Set<SeatCode>> asking = open.stream()
                            .collect(Collectors.groupingBy(
                                    Twinning::donor, Collectors.mapping(Twinning::target, Collectors.toSet())));
                    List<Standing> seatsThatWantHelp = wanted.all();
                    TravelTimes times = journeys.times();
                    Predicate<SeatCode> classKnown = rules.seatsWithin(caller, "strategy:read", clock.instant());
                    return within.stream()
                            .filter(party -> asked.donor() != null || couldHelp(party, asked, locks.keySet(), asking))
                            .map(party -> suggest(
                                    party,
                                    locks.containsKey(party.localParty()),
                                    reachable(
                                            party,
                                            times,
                                            seatsThatWantHelp,
                                            asking.getOrDefault(party.localParty(), Set.of())),
                                    asked,
                                    classKnown))
                            .toList();
                })));
    }

    private LocalParty one(Caller caller, String donor) {
        LocalParty party = parties.find(donor)
                .filter(found -> !found.merged())
                .orElseThrow(() -> ProblemType.INVALID_PARAMETER
                        .because("No local party has this id.")
                        .with("parameter", "donor"));
        reach.refuseBeyond(caller, PROPOSE, donor);
        return party;
    }

    /** Locked, or with no seat that matters to the campaign; and not asked anywhere yet. */
    private boolean couldHelp(LocalParty party, Asked asked, Set<String> locks, Map<String, Set<SeatCode>> asking) {
        boolean isLocked = locks.contains(party.localParty());
        boolean idle = !asked.lockedOnly()
                && party.seatCodes().stream()
                        .allMatch(seat -> strategy.classOf(seat) == BattlegroundClass.NON_BATTLEGROUND);
        return (isLocked || idle)
                && (asked.region() == null || asked.region().equals(party.region()))
                && !asking.containsKey(party.localParty());
    }

    private static List<Reachable> reachable(
            LocalParty party, TravelTimes times, List<Standing> wanted, Set<SeatCode> askedAlready) {
        return wanted.stream()
                .filter(seat -> !party.seatCodes().contains(seat.seatCode()))
                .filter(seat -> !askedAlready.contains(seat.seatCode()))
                .flatMap(seat -> times
                        .between(party.localParty(), party.seatCodes(), seat.seatCode())
                        .map(travel -> new Reachable(new Target(seat.seatCode(), seat.rank()), travel))
                        .stream())
                .toList();
    }

    private TwinningSuggestion suggest(
            LocalParty party,
            boolean isLocked,
            List<Reachable> reachable,
            Asked asked,
            Predicate<SeatCode> classKnown) {
        List<Reachable> found = NearestTargets.within(reachable, asked.hours());
        return new TwinningSuggestion(
                party.localParty(),
                party.name(),
                isLocked,
                found.stream()
                        .limit(asked.most())
                        .map(one -> target(one, classKnown.test(one.target().seatCode())))
                        .toList(),
                "%d of our targets and seats to defend %s within %s hours by road."
                        .formatted(found.size(), found.size() == 1 ? "lies" : "lie", asked.hours()));
    }

    /** @param seatClass null for those who may not know it */
    private static String role(Standing seat, BattlegroundClass seatClass) {
        if (seat.rank() != null) {
            return "our target number " + seat.rank();
        }
        return seatClass == BattlegroundClass.DEFENSIVE ? "a seat to defend" : "a seat where help is wanted";
    }

    private TwinningSuggestion.Target target(Reachable reachable, boolean classKnown) {
        Standing seat = seats.get(reachable.target().seatCode());
        BattlegroundClass seatClass = classKnown ? strategy.classOf(seat.seatCode()) : null;
        return new TwinningSuggestion.Target(
                seat.seatCode(),
                seat.name(),
                reachable.travel().roundedHours(),
                reachable.travel().roundedKilometres(),
                seat.rank(),
                seatClass == null ? null : seatClass.code(),
                "%s is %s, %s km by road away, %s hours each way."
                        .formatted(
                                seat.name(),
                                role(seat, seatClass),
                                reachable.travel().roundedKilometres(),
                                reachable.travel().roundedHours()));
    }
}
