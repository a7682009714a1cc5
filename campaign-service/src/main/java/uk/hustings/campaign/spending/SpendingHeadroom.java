package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** How many pounds may still be committed in each seat, for those who plan where money goes. */
@ApplicationScoped
public class SpendingHeadroom {

    private final Budgets budgets;
    private final Contests contests;
    private final Seats seats;

    SpendingHeadroom(Budgets budgets, Contests contests, Seats seats) {
        this.budgets = budgets;
        this.contests = contests;
        this.seats = seats;
    }

    /**
     * Pounds by seat in the short campaign of the general election that the campaign works towards: limit − declared −
     * committed, and 0 where that is negative.
     *
     * @param session in whose transaction it is read
     * @return every seat that is known
     * @throws uk.hustings.api.problem.Problem NOT_READY before the types of the seats are known
     */
    public Uni<Map<SeatCode, BigDecimal>> bySeat(Mutiny.StatelessSession session) {
        return bySeat(session, contests.current(), SpendingPeriod.SHORT);
    }

    /**
     * Pounds by seat: limit − declared − committed, and 0 where that is negative.
     *
     * @param session in whose transaction it is read
     * @return every seat in which the election is held; none if the election has no limit for the period
     * @throws uk.hustings.api.problem.Problem NOT_READY before the types of the seats are known
     */
    public Uni<Map<SeatCode, BigDecimal>> bySeat(
            Mutiny.StatelessSession session, Contest contest, SpendingPeriod period) {
        Map<BudgetKey, BigDecimal> limits = new HashMap<>();
        seats.all().stream().filter(seat -> contest.isHeldIn(seat.seatCode())).forEach(seat -> Contests.limit(
                        contest, seat, period)
                .ifPresent(limit -> limits.put(new BudgetKey(seat.seatCode(), contest.election(), period), limit)));
        return budgets.load(session, limits).map(loaded -> {
            Map<SeatCode, BigDecimal> headroom = new TreeMap<>();
            loaded.forEach((key, budget) ->
                    headroom.put(key.seat(), budget.headroomGbp().max(BigDecimal.ZERO.setScale(2))));
            return headroom;
        });
    }
}
