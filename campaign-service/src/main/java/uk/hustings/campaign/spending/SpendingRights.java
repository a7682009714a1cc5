package uk.hustings.campaign.spending;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Reach;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** In which seats a caller may read spending and record it. */
@ApplicationScoped
class SpendingRights {

    private static final String READ = "spending:read";
    private static final String WRITE = "spending:write";

    private final AccessRules rules;
    private final Seats seats;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    SpendingRights(AccessRules rules, Seats seats, SecurityIdentity identity, DomainClock clock) {
        this.rules = rules;
        this.seats = seats;
        this.identity = identity;
        this.clock = clock;
    }

    /** The caller without what was taken away since the token was made. */
    Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND, or SEAT_OUT_OF_REACH */
    Standing readable(Caller caller, SeatCode seat) {
        Standing standing = seats.get(seat);
        rules.decide(caller, READ, seat, clock.instant()).orRefuse();
        return standing;
    }

    boolean reads(Caller caller, SeatCode seat) {
        return rules.decide(caller, READ, seat, clock.instant()).granted();
    }

    Ruling toWrite(Caller caller, SeatCode seat) {
        return rules.decide(caller, WRITE, seat, clock.instant());
    }

    /** @return codes of the seats that the caller may read; null for all */
    Set<String> sight(Caller caller) {
        if (rules.reach(caller, READ) == Reach.ALL) {
            return null;
        }
        Predicate<SeatCode> within = rules.seatsWithin(caller, READ, clock.instant());
        return seats.all().stream()
                .map(Standing::seatCode)
                .filter(within)
                .map(SeatCode::value)
                .collect(Collectors.toSet());
    }

    /**
     * Somebody of a local party records its expenses only.
     *
     * @param localParty null for the national party
     * @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH
     */
    static void refuseOtherParty(Caller caller, String localParty) {
        String own = caller.localParty().orElse(null);
        if (own != null && !own.equals(localParty)) {
            throw ProblemType.SEAT_OUT_OF_REACH.because(
                    "You may record expenses of your own local party only: " + own + ".");
        }
    }
}
