package uk.hustings.campaign.resource;

import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;

/**
 * Which resources are wanted; null is any.
 *
 * @param region GSS code: of the region as a holder, and of its local parties
 * @param first first week
 * @param last last week
 */
record ResourceFilter(
        Holder.Kind holderKind, String holder, String region, ResourceKind kind, IsoWeek first, IsoWeek last) {

    /** All resources of some weeks. */
    static ResourceFilter of(IsoWeek first, IsoWeek last) {
        return new ResourceFilter(null, null, null, null, first, last);
    }

    /** Those of one local party. */
    static ResourceFilter ofLocalParty(String localParty, IsoWeek first, IsoWeek last) {
        return new ResourceFilter(Holder.Kind.LOCAL_PARTY, localParty, null, null, first, last);
    }

    boolean wantsLocalParties() {
        return holderKind == null || holderKind == Holder.Kind.LOCAL_PARTY;
    }
}
