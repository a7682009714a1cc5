package uk.hustings.campaign.spending;

import java.util.HashMap;
import java.util.Map;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Budget;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** A seat at an election. */
record SeatContest(Standing seat, Contest contest) {

    Electorates.Key electorate() {
        return new Electorates.Key(contest.election(), seat.seatCode());
    }

    /**
     * The limits of all periods that the election has, with nothing used of them.
     *
     * @param stated null if nobody has stated the electorate: then it is what seats-service has
     */
    Map<BudgetKey, Budget> unused(Electorates.Stated stated) {
        int electors = stated == null ? seat.electorate() : stated.electorate();
        Map<BudgetKey, Budget> budgets = new HashMap<>();
        for (SpendingPeriod period : SpendingPeriod.values()) {
            Contests.rule(contest, seat, period)
                    .ifPresent(rule -> budgets.put(
                            new BudgetKey(seat.seatCode(), contest.election(), period),
                            Budget.unused(rule.limit(electors))));
        }
        return budgets;
    }
}
