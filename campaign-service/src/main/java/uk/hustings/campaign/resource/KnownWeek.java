package uk.hustings.campaign.resource;

import java.util.List;
import java.util.Map;
import uk.hustings.campaign.resource.domain.AmountsByBasis;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.ResourceWeek;
import uk.hustings.campaign.resource.domain.WorkInSeat;

/**
 * All that is known of one kind of resource of one holder in one week.
 *
 * @param statements by basis; none of what is only measured
 * @param work where the holder worked in the week, in any kind; empty unless it is a local party that reported
 */
record KnownWeek(
        ResourceWeek of, AmountsByBasis amounts, Map<Basis, ResourceStatement> statements, List<WorkInSeat> work) {}
