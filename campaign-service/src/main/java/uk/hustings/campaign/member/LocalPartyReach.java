package uk.hustings.campaign.member;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.CallerAugmentor;
import uk.hustings.access.Reach;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;

/** Whether the caller may do something with the people of a local party. */
@ApplicationScoped
class LocalPartyReach {

    private final LocalParties parties;
    private final AccessRules rules;
    private final SecurityIdentity identity;
    private final DomainClock clock;

    LocalPartyReach(LocalParties parties, AccessRules rules, SecurityIdentity identity, DomainClock clock) {
        this.parties = parties;
        this.rules = rules;
        this.identity = identity;
        this.clock = clock;
    }

    Caller caller() {
        return CallerAugmentor.callerOf(identity);
    }

    /**
     * @return the caller, who may
     * @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such local party; why not, if the caller may not
     */
    Caller require(String permission, String localParty) {
        Caller caller = caller();
        LocalParty found = parties.find(localParty)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        ruling(caller, permission, found).orRefuse();
        return caller;
    }

    boolean covers(String permission, String localParty) {
        return parties.find(localParty)
                .filter(party -> ruling(caller(), permission, party).granted())
                .isPresent();
    }

    boolean coversAll(String permission) {
        return rules.reach(caller(), permission) == Reach.ALL;
    }

    /**
     * All seats of the local party must be within reach; one that has none any more is headquarters' alone. A role on
     * another's seat says nothing of that local party's people.
     */
    private Ruling ruling(Caller caller, String permission, LocalParty party) {
        boolean ownOnly = rules.reach(caller, permission).compareTo(Reach.REGION) < 0;
        if (ownOnly && !caller.localParty().equals(Optional.of(party.localParty()))) {
            Ruling anywhere = rules.decide(caller, permission);
            return anywhere.granted()
                    ? new Ruling.Refused(ProblemType.SEAT_OUT_OF_REACH, "This is not your local party.")
                    : anywhere;
        }
        Ruling ruling = party.seatCodes().isEmpty() ? rules.decideEverywhere(caller, permission) : null;
        for (SeatCode seat : party.seatCodes()) {
            ruling = rules.decide(caller, permission, seat, clock.instant());
            if (!ruling.granted()) {
                return ruling;
            }
        }
        return ruling;
    }
}
