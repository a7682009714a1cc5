package uk.hustings.campaign.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** The seats that a list shows to a caller. */
@ApplicationScoped
class VisibleSeats {

    private final AccessRules rules;
    private final Seats seats;
    private final DomainClock clock;

    VisibleSeats(AccessRules rules, Seats seats, DomainClock clock) {
        this.rules = rules;
        this.seats = seats;
        this.clock = clock;
    }

    /** @return codes; null for all */
    List<String> to(Caller caller, String permission) {
        if (rules.reach(caller, permission) == Reach.ALL) {
            return null;
        }
        Predicate<SeatCode> within = rules.seatsWithin(caller, permission, clock.instant());
        return seats.all().stream()
                .map(Standing::seatCode)
                .filter(within)
                .map(SeatCode::value)
                .toList();
    }

    /** The only local party whose affairs the caller is shown; null for any: one does not hear of others' locks in one's seat. */
    String onlyParty(Caller caller, String permission) {
        Reach reach = rules.reach(caller, permission);
        return reach == Reach.ALL || reach == Reach.REGION
                ? null
                : caller.localParty().orElse("");
    }
}
