package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.mutex.SeatMutex;
import uk.hustings.campaign.spending.domain.Budget;

/** Limits with what is used of them. */
@ApplicationScoped
class Budgets {

    private final Expenses expenses;
    private final Electorates electorates;
    private final SeatMutex mutex;

    Budgets(Expenses expenses, Electorates electorates, SeatMutex mutex) {
        this.expenses = expenses;
        this.electorates = electorates;
        this.mutex = mutex;
    }

    /** Locks the seats, then reads what is used: nobody else commits anything there until the transaction ends. */
    Uni<Map<BudgetKey, Budget>> lockAndLoad(Mutiny.StatelessSession session, Collection<SeatContest> places) {
        return mutex.lock(session, seats(places)).chain(() -> load(session, places));
    }

    /** The budgets of all periods that the elections have. */
    Uni<Map<BudgetKey, Budget>> load(Mutiny.StatelessSession session, Collection<SeatContest> places) {
        Set<SeatCode> seats = seats(places);
        Set<String> elections =
                places.stream().map(place -> place.contest().election()).collect(Collectors.toSet());
        return electorates.of(session, elections, seats).chain(stated -> expenses.spent(session, seats, elections)
                .map(spent -> {
                    Map<BudgetKey, Budget> budgets = new HashMap<>();
                    places.forEach(place -> budgets.putAll(place.unused(stated.get(place.electorate()))));
                    spent.forEach(sum -> budgets.computeIfPresent(
                            sum.budget(), (key, budget) -> budget.plus(sum.status(), sum.countedGbp())));
                    return budgets;
                }));
    }

    private static Set<SeatCode> seats(Collection<SeatContest> places) {
        return places.stream().map(place -> place.seat().seatCode()).collect(Collectors.toSet());
    }

    /**
     * The budget after a decision.
     *
     * @throws Problem SPENDING_LIMIT_EXCEEDED if it is a refusal
     */
    static Budget accepted(BudgetKey key, Budget.Decision decision) {
        if (decision instanceof Budget.Decision.Accepted accepted) {
            return accepted.after();
        }
        if (decision instanceof Budget.Decision.Flagged flagged) {
            return flagged.after();
        }
        throw exceeded(key, (Budget.Decision.Refused) decision);
    }

    /** The refusal of a commitment, with the figures. */
    static Problem exceeded(BudgetKey key, Budget.Decision.Refused refused) {
        Budget budget = refused.before();
        return ProblemType.SPENDING_LIMIT_EXCEEDED
                .because(
                        ("£%s exceeds the headroom of the %s campaign in %s, £%s: of the limit of £%s, £%s is declared and £%s"
                                        + " committed. Nothing was written.")
                                .formatted(
                                        refused.amountGbp(),
                                        key.period().code(),
                                        key.seat(),
                                        budget.headroomGbp(),
                                        budget.limitGbp(),
                                        budget.declaredGbp(),
                                        budget.committedGbp()))
                .with("seatCode", key.seat())
                .with("election", key.election())
                .with("period", key.period().code())
                .with("limitGbp", budget.limitGbp())
                .with("declaredGbp", budget.declaredGbp())
                .with("committedGbp", budget.committedGbp())
                .with("headroomGbp", budget.headroomGbp())
                .with("amountGbp", refused.amountGbp());
    }
}
