package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.access.domain.Replay;
import uk.hustings.campaign.access.domain.WorkValue;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.forecastref.Forecasts;
import uk.hustings.campaign.forecastref.LatestForecast;
import uk.hustings.campaign.reach.SeatPlaces;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Runs a version of the policy over weeks that are past. Nothing is written. */
@ApplicationScoped
class Simulations {

    private static final Set<BattlegroundClass> TARGETS =
            EnumSet.of(BattlegroundClass.KEY, BattlegroundClass.BATTLEGROUND);

    private final Policies policies;
    private final RollUps rollUps;
    private final Review review;
    private final Strategy strategy;
    private final Seats seats;
    private final Forecasts forecasts;
    private final String party;
    private final Mutiny.SessionFactory sessions;

    Simulations(
            Policies policies,
            RollUps rollUps,
            Review review,
            Strategy strategy,
            Seats seats,
            Forecasts forecasts,
            CampaignConfig config,
            Mutiny.SessionFactory sessions) {
        this.policies = policies;
        this.rollUps = rollUps;
        this.review = review;
        this.strategy = strategy;
        this.seats = seats;
        this.forecasts = forecasts;
        this.party = config.party();
        this.sessions = sessions;
    }

    /**
     * What is asked.
     *
     * @param reachHours longest way to a target, one way
     */
    record Question(int version, IsoWeek first, IsoWeek last, double contactsPerHour, double reachHours) {}

    /** A local party's work with the values of an hour here and at the nearest target; null where they are not known. */
    private record Weighed(Replay.Outcome outcome, double hours, Double here, Double there, SeatCode target) {

        Double net() {
            return here == null || there == null ? null : hours * (there - here);
        }
    }

    Uni<SimulationView> run(Question question) {
        return sessions.withStatelessTransaction(
                session -> policies.read(session).chain(record -> {
                    Policies.Version version = record.find(question.version());
                    if (version == null) {
                        throw PolicyDesk.notFound();
                    }
                    return rollUps.between(session, question.first(), question.last())
                            .chain(weeks -> works(session, weeks))
                            .chain(works -> review.foresee(session, version.policy())
                                    .map(atOnce -> view(question, Replay.of(version.policy(), works), atOnce)));
                }));
    }

    private Uni<List<Replay.Work>> works(Mutiny.StatelessSession session, Map<PartySeat, List<WeekContacts>> weeks) {
        return strategy.classes(session).map(classes -> weeks.entrySet().stream()
                .filter(entry -> seats.find(entry.getKey().seat()).isPresent())
                .map(entry -> new Replay.Work(
                        entry.getKey().localParty(),
                        entry.getKey().seat(),
                        classes.apply(entry.getKey().seat()),
                        entry.getValue()))
                .toList());
    }

    private SimulationView view(Question question, List<Replay.Outcome> outcomes, List<AccessDecision> atOnce) {
        WorkValue value = WorkValue.atTheDoorstep(question.contactsPerHour());
        LatestForecast forecast = forecasts.latest().orElse(null);
        List<Weighed> weighed = outcomes.stream()
                .map(outcome -> weigh(outcome, value, forecast, question.reachHours()))
                .sorted(Comparator.comparing((Weighed one) -> one.outcome().contactsOver())
                        .reversed()
                        .thenComparing(one -> one.outcome().work().localParty())
                        .thenComparing(one -> one.outcome().work().seat()))
                .toList();
        Double gain = forecast == null ? null : sum(weighed, one -> one.hours() * one.there());
        Double cost = forecast == null ? null : sum(weighed, one -> one.hours() * one.here());
        return new SimulationView(
                question.version(),
                question.first().toString(),
                question.last().toString(),
                parties(outcomes, false),
                parties(outcomes, true),
                outcomes.stream().mapToLong(Replay.Outcome::contactsOver).sum(),
                weighed.stream().mapToDouble(Weighed::hours).sum(),
                forecast == null ? null : new SimulationView.Basis(forecast.forecastId(), forecast.asOf()),
                forecasts.whyNone().orElse(null),
                gain,
                cost,
                forecast == null ? null : gain - cost,
                new SimulationView.Assumptions(
                        value.contactsPerHour(), value.votesPerContact(), value.turnout(), question.reachHours()),
                weighed.stream().map(Simulations::item).toList(),
                atOnce.stream().map(SimulationView.AtOnce::of).toList());
    }

    /** Only where both ends are known: hours that have no target to go to gain nothing and are not said to cost. */
    private static double sum(List<Weighed> weighed, ToDoubleFunction<Weighed> part) {
        return weighed.stream()
                .filter(one -> one.net() != null)
                .mapToDouble(part)
                .sum();
    }

    /** Local parties, each once: one that is locked anywhere is not counted as warned. */
    private static int parties(List<Replay.Outcome> outcomes, boolean locked) {
        Set<String> lockedOut = outcomes.stream()
                .filter(outcome -> outcome.lockedFrom() != null)
                .map(outcome -> outcome.work().localParty())
                .collect(Collectors.toSet());
        return locked
                ? lockedOut.size()
                : (int) outcomes.stream()
                        .map(outcome -> outcome.work().localParty())
                        .filter(localParty -> !lockedOut.contains(localParty))
                        .distinct()
                        .count();
    }

    private Weighed weigh(Replay.Outcome outcome, WorkValue value, LatestForecast forecast, double reachHours) {
        double hours = value.hours(outcome.contactsOver());
        if (forecast == null) {
            return new Weighed(outcome, hours, null, null, null);
        }
        Standing home = seats.get(outcome.work().seat());
        Map<SeatCode, LatestForecast.Seat> bySeat =
                forecast.seats().stream().collect(Collectors.toMap(LatestForecast.Seat::seatCode, Function.identity()));
        Optional<Standing> target = nearestTarget(home, bySeat, reachHours);
        return new Weighed(
                outcome,
                hours,
                valueAt(home, bySeat, value),
                target.map(seat -> valueAt(seat, bySeat, value)).orElse(null),
                target.map(Standing::seatCode).orElse(null));
    }

    /** An hour in a seat where we are neither first nor second moves nothing that the forecast tells of: 0. */
    private Double valueAt(Standing seat, Map<SeatCode, LatestForecast.Seat> forecast, WorkValue value) {
        LatestForecast.Seat foretold = forecast.get(seat.seatCode());
        if (foretold == null || !(foretold.leadSdPts() > 0)) {
            return null;
        }
        return foretold.leadOf(party)
                .map(lead -> value.ofHour(lead, foretold.leadSdPts(), seat.electorate()))
                .orElse(0.0);
    }

    private Optional<Standing> nearestTarget(
            Standing home, Map<SeatCode, LatestForecast.Seat> forecast, double reachHours) {
        return seats.all().stream()
                .filter(seat ->
                        SeatPlaces.of(home).isPresent() && SeatPlaces.of(seat).isPresent())
                .filter(seat -> !seat.seatCode().equals(home.seatCode()))
                .filter(seat -> TARGETS.contains(strategy.classOf(seat.seatCode())))
                .filter(seat -> forecast.containsKey(seat.seatCode()))
                .filter(seat -> hours(home, seat) <= reachHours)
                .min(Comparator.comparingDouble((Standing seat) -> hours(home, seat))
                        .thenComparing(Standing::seatCode));
    }

    private static double hours(Standing from, Standing to) {
        return Travel.between(
                        SeatPlaces.of(from).orElseThrow(), SeatPlaces.of(to).orElseThrow())
                .hours();
    }

    private static SimulationView.Item item(Weighed weighed) {
        Replay.Outcome outcome = weighed.outcome();
        return new SimulationView.Item(
                outcome.work().localParty(),
                outcome.work().seat(),
                outcome.work().seatClass().code(),
                outcome.marks().stream()
                        .map(mark -> new SimulationView.Week(
                                mark.week().toString(),
                                mark.contacts(),
                                mark.locks() ? AccessDecision.LOCKED : AccessDecision.WARNED))
                        .toList(),
                outcome.lockedFrom() == null ? null : outcome.lockedFrom().toString(),
                outcome.contactsOver(),
                weighed.hours(),
                weighed.target() == null ? null : weighed.target().value(),
                weighed.here(),
                weighed.there(),
                weighed.net());
    }
}
