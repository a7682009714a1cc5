package uk.hustings.campaign.twinning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/**
 * Whose twinnings a caller may see, propose and answer. What is asked of a donor is asked of its seats; a twinning is
 * seen by those of its donor and by those of its target.
 */
@ApplicationScoped
class TwinningReach {

    private static final String READ = "twinning:read";

    private final AccessRules rules;
    private final LocalParties parties;
    private final Seats seats;
    private final DomainClock clock;

    TwinningReach(AccessRules rules, LocalParties parties, Seats seats, DomainClock clock) {
        this.rules = rules;
        this.parties = parties;
        this.seats = seats;
        this.clock = clock;
    }

    /** The local parties for which the caller may do this. */
    Predicate<LocalParty> donors(Caller caller, String permission) {
        if (rules.reach(caller, permission) == Reach.ALL) {
            return party -> true;
        }
        Predicate<SeatCode> within = rules.seatsWithin(caller, permission, clock.instant());
        return party -> party.seatCodes().stream().anyMatch(within);
    }

    /** @throws Problem SEAT_OUT_OF_REACH unless the caller may do this for the donor */
    void refuseBeyond(Caller caller, String permission, String donor) {
        if (!covers(caller, permission, donor)) {
            throw ProblemType.SEAT_OUT_OF_REACH
                    .because("None of your roles covers a seat of the local party %s.".formatted(donor))
                    .with("localParty", donor);
        }
    }

    /** @throws Problem NOT_FOUND unless the caller may see the twinning, so that nobody learns of it by its id */
    Twinning seen(Caller caller, Twinning twinning) {
        boolean visible = twinning != null
                && (covers(caller, READ, twinning.donor())
                        || rules.decide(caller, READ, twinning.target(), clock.instant())
                                .granted());
        if (!visible) {
            throw ProblemType.NOT_FOUND.because("No twinning that you may see has this id.");
        }
        return twinning;
    }

    Twinnings.Sight sight(Caller caller) {
        if (rules.reach(caller, READ) == Reach.ALL) {
            return Twinnings.Sight.EVERYTHING;
        }
        return new Twinnings.Sight(
                parties.all().stream()
                        .filter(donors(caller, READ))
                        .map(LocalParty::localParty)
                        .toList(),
                seats.all().stream()
                        .map(Standing::seatCode)
                        .filter(rules.seatsWithin(caller, READ, clock.instant()))
                        .map(SeatCode::value)
                        .toList());
    }

    private boolean covers(Caller caller, String permission, String donor) {
        Predicate<LocalParty> within = donors(caller, permission);
        return parties.find(donor).map(within::test).orElseGet(() -> rules.reach(caller, permission) == Reach.ALL);
    }
}
