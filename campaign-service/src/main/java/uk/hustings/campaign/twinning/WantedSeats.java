package uk.hustings.campaign.twinning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Where help is wanted: seats to win, and our own seats that are to be defended. */
@ApplicationScoped
class WantedSeats {

    private static final Set<BattlegroundClass> CLASSES =
            EnumSet.of(BattlegroundClass.KEY, BattlegroundClass.BATTLEGROUND, BattlegroundClass.DEFENSIVE);

    private final Seats seats;
    private final Strategy strategy;

    WantedSeats(Seats seats, Strategy strategy) {
        this.seats = seats;
        this.strategy = strategy;
    }

    List<Standing> all() {
        return seats.all().stream().filter(seat -> contains(seat.seatCode())).toList();
    }

    boolean contains(SeatCode seat) {
        return CLASSES.contains(strategy.classOf(seat));
    }
}
