package uk.hustings.campaign.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.reach.domain.GreatCircle;
import uk.hustings.campaign.reach.domain.Journey;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.reach.domain.TravelTimes;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** The travel from local parties to seats, for everybody who needs it. */
@ApplicationScoped
public class Journeys {

    /** Longest way that is suggested and not warned of, in hours, one way, unless somebody says otherwise. */
    public static final double USUAL_HOURS = 1.5;

    /** Nobody drives a day to knock on doors for an hour. */
    public static final double LONGEST_HOURS = 12;

    public static final double SHORTEST_HOURS = 0.1;

    private final Seats seats;
    private final TravelMatrices matrices;
    private volatile Unreachable unreachable = new Unreachable(null, List.of(), new ConcurrentHashMap<>());
    private volatile Circle latest = new Circle(List.of(), new GreatCircle(Map.of()));

    Journeys(Seats seats, TravelMatrices matrices) {
        this.seats = seats;
        this.matrices = matrices;
    }

    /** How many seats each local party has no journey to. Counted once: all pairs together take a third of a second. */
    private record Unreachable(TravelTimes times, List<Standing> seats, Map<LocalParty, Integer> byParty) {

        int from(LocalParty party) {
            return byParty.computeIfAbsent(party, asked -> (int) seats.stream()
                    .filter(seat -> times.between(asked.localParty(), asked.seatCodes(), seat.seatCode())
                            .isEmpty())
                    .count());
        }
    }

    /** The great circle of one snapshot of the seats. */
    private record Circle(List<Standing> seats, GreatCircle times) {}

    /**
     * The travel times in force: the imported ones, or the great circle while there are none.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY before it is known whether any are imported
     */
    public TravelTimes times() {
        return matrices.inForce()
                .<TravelTimes>map(TravelMatrices.Imported::matrix)
                .orElseGet(this::greatCircle);
    }

    /** Empty if it is not known how far it is, or there is no way. */
    public Optional<Travel> travel(LocalParty from, SeatCode to) {
        return times().between(from.localParty(), from.seatCodes(), to);
    }

    /**
     * The seats that a local party can reach, its own left out, nearest first.
     *
     * @param limitHours longest way, one way; it is within reach itself
     */
    public List<Journey> from(LocalParty party, double limitHours) {
        TravelTimes times = times();
        return seats.all().stream()
                .map(Standing::seatCode)
                .filter(seat -> !party.seatCodes().contains(seat))
                .flatMap(seat -> times
                        .between(party.localParty(), party.seatCodes(), seat)
                        .filter(travel -> travel.hours() <= limitHours)
                        .map(travel -> new Journey(seat, travel))
                        .stream())
                .sorted()
                .toList();
    }

    /** How many pairs of one of these local parties and a seat, its own included, have no journey. */
    int unreachablePairs(TravelTimes times, List<LocalParty> parties) {
        List<Standing> all = seats.all();
        Unreachable known = unreachable;
        if (known.times() != times || known.seats() != all) {
            known = new Unreachable(times, all, new ConcurrentHashMap<>());
            unreachable = known;
        }
        return parties.stream().mapToInt(known::from).sum();
    }

    /** Made once for each snapshot of the seats. */
    private GreatCircle greatCircle() {
        List<Standing> now = seats.all();
        Circle known = latest;
        if (known.seats() != now) {
            known = new Circle(now, SeatPlaces.greatCircle(now));
            latest = known;
        }
        return known.times();
    }
}
