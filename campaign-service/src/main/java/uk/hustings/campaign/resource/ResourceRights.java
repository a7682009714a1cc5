package uk.hustings.campaign.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.resource.domain.Holder;

/**
 * Whose resources a caller may read and state: a local organiser those of the own local party, a regional organiser those of the
 * region and of its local parties, national roles all.
 */
@ApplicationScoped
class ResourceRights {

    private static final String READ = "allocation:read";
    private static final String WRITE = "resource:write";

    /**
     * The holders that a caller reaches.
     *
     * @param all whether nothing is hidden
     * @param region GSS code; null unless the caller reaches one region
     * @param localParty null unless the caller reaches one local party
     */
    record Sight(boolean all, String region, String localParty) {

        /** @param regionOf the region of a local party */
        boolean covers(Holder holder, Function<String, Optional<String>> regionOf) {
            return all
                    || switch (holder.kind()) {
                        case NATIONAL -> false;
                        case REGION -> holder.id().equals(region);
                        case LOCAL_PARTY ->
                            holder.id().equals(localParty)
                                    || region != null
                                            && regionOf.apply(holder.id())
                                                    .filter(region::equals)
                                                    .isPresent();
                    };
        }
    }

    private final AccessRules rules;
    private final LocalParties parties;

    ResourceRights(AccessRules rules, LocalParties parties) {
        this.rules = rules;
        this.parties = parties;
    }

    Sight toRead(Caller caller) {
        return sight(caller, READ);
    }

    Sight toWrite(Caller caller) {
        return sight(caller, WRITE);
    }

    /**
     * @return the local party
     * @throws Problem NOT_FOUND, or SEAT_OUT_OF_REACH unless the caller may read its resources
     */
    LocalParty readable(Caller caller, String localParty) {
        LocalParty found = parties.find(localParty)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        if (!toRead(caller).covers(Holder.localParty(localParty), this::regionOf)) {
            throw beyond(Holder.localParty(localParty));
        }
        return found;
    }

    Optional<String> regionOf(String localParty) {
        return parties.find(localParty).map(LocalParty::region);
    }

    /** The refusal of somebody whose roles do not reach the holder. */
    static Problem beyond(Holder holder) {
        return ProblemType.SEAT_OUT_OF_REACH.because(
                "Your roles do not cover the resources of %s.".formatted(holder.inWords()));
    }

    private Sight sight(Caller caller, String permission) {
        Reach reach = rules.reach(caller, permission);
        return new Sight(
                reach == Reach.ALL,
                reach == Reach.REGION ? caller.region() : null,
                reach == Reach.OWN || reach == Reach.OWN_AND_TWIN
                        ? caller.localParty().orElse(null)
                        : null);
    }
}
