package uk.hustings.campaign.twinning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.twinning.domain.NearestTargets.Target;
import uk.hustings.campaign.twinning.domain.Point;
import uk.hustings.campaign.twinning.domain.Travel;

/** Where local parties and targets lie, and which seats are targets. */
@ApplicationScoped
class Distances {

    /** Longest way that is suggested and not warned of, in hours, one way, unless somebody says otherwise. */
    static final double REACH_HOURS = 1.5;

    private final Seats seats;
    private final Strategy strategy;

    Distances(Seats seats, Strategy strategy) {
        this.seats = seats;
        this.strategy = strategy;
    }

    /** Of each seat that has one. */
    List<Point> placesOf(LocalParty party) {
        return party.seatCodes().stream()
                .flatMap(seat -> placeOf(seat).stream())
                .toList();
    }

    /** From the nearest seat of the local party; empty if it is not known where one of the two lies. */
    Optional<Travel> travel(LocalParty from, SeatCode to) {
        return placeOf(to).flatMap(place -> Travel.fromNearest(placesOf(from), place));
    }

    /** Every seat of class key or battleground of which it is known where it lies. */
    List<Target> targets() {
        return seats.all().stream()
                .filter(seat -> seat.centroid() != null && isTarget(seat.seatCode()))
                .map(seat -> new Target(seat.seatCode(), seat.rank(), place(seat)))
                .toList();
    }

    boolean isTarget(SeatCode seat) {
        BattlegroundClass seatClass = strategy.classOf(seat);
        return seatClass == BattlegroundClass.KEY || seatClass == BattlegroundClass.BATTLEGROUND;
    }

    private Optional<Point> placeOf(SeatCode seat) {
        return seats.find(seat).filter(known -> known.centroid() != null).map(Distances::place);
    }

    private static Point place(Standing seat) {
        return new Point(seat.centroid().lat(), seat.centroid().lon());
    }
}
