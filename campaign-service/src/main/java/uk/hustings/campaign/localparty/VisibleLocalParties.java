package uk.hustings.campaign.localparty;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;

/** The local parties that a caller may see: all, or those with a seat that the caller's roles reach. */
@ApplicationScoped
class VisibleLocalParties {

    private static final String READ = "local-party:read";

    private final LocalParties parties;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    VisibleLocalParties(LocalParties parties, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.parties = parties;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }

    /** By name; those that were merged into another are not among them. */
    List<LocalParty> all() {
        return parties.all().stream().filter(visible()).toList();
    }

    /**
     * One that was merged is seen by those who see whom it was merged into.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND, or SEAT_OUT_OF_REACH
     */
    LocalParty get(String id) {
        Directory directory = parties.directory();
        LocalParty found = directory.find(id).orElseThrow(LocalPartyResource::absent);
        if (!visible().test(directory.successor(found))) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("None of your roles covers a seat of this local party.");
        }
        return found;
    }

    private Predicate<LocalParty> visible() {
        if (rules.reach(caller(), READ) == Reach.ALL) {
            return party -> true;
        }
        Predicate<SeatCode> seats = rules.seatsWithin(caller(), READ, clock.instant());
        return party -> party.seatCodes().stream().anyMatch(seats);
    }
}
