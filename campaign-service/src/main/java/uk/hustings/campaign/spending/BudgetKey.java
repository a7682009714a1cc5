package uk.hustings.campaign.spending;

import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** What has a limit of its own. */
record BudgetKey(SeatCode seat, String election, SpendingPeriod period) {}
