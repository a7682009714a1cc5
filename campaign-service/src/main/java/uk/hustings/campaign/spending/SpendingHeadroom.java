package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
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

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

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
        List<SeatContest> places = seats.all().stream()
                .filter(seat -> contest.isHeldIn(seat.seatCode()))
                .map(seat -> new SeatContest(seat, contest))
                .toList();
        return budgets.load(session, places).map(loaded -> {
            Map<SeatCode, BigDecimal> headroom = new TreeMap<>();
            loaded.forEach((key, budget) -> {
                if (key.period() == period) {
                    headroom.put(key.seat(), budget.headroomGbp().max(NOTHING));
                }
            });
            return headroom;
        });
    }
}
