package uk.hustings.campaign.strategy;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** What of the strategy a caller sees: the seats that the caller's roles reach, as if there were no others. */
@ApplicationScoped
class VisibleSeats {

    private static final String READ = "strategy:read";

    private final Seats seats;
    private final Strategy strategy;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    VisibleSeats(Seats seats, Strategy strategy, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.seats = seats;
        this.strategy = strategy;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }

    Predicate<SeatCode> within() {
        return rules.seatsWithin(caller(), READ, clock.instant());
    }

    List<SeatStrategy> all() {
        Predicate<SeatCode> within = within();
        StrategyState state = strategy.current();
        return seats.all().stream()
                .filter(seat -> within.test(seat.seatCode()))
                .map(seat -> SeatStrategy.of(state, seat, strategy.ruled(seat)))
                .toList();
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND, or SEAT_OUT_OF_REACH */
    Standing get(SeatCode seat) {
        Standing standing = seats.get(seat);
        rules.decide(caller(), READ, seat, clock.instant()).orRefuse();
        return standing;
    }
}
