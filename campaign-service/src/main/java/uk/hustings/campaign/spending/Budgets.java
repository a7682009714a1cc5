package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
    private final SeatMutex mutex;

    Budgets(Expenses expenses, SeatMutex mutex) {
        this.expenses = expenses;
        this.mutex = mutex;
    }

    /** Locks the seats, then reads what is used: nobody else commits anything there until the transaction ends. */
    Uni<Map<BudgetKey, Budget>> lockAndLoad(Mutiny.StatelessSession session, Map<BudgetKey, BigDecimal> limits) {
        return mutex.lock(session, seats(limits)).chain(() -> load(session, limits));
    }

    /** @param limits pounds */
    Uni<Map<BudgetKey, Budget>> load(Mutiny.StatelessSession session, Map<BudgetKey, BigDecimal> limits) {
        Set<String> elections =
                limits.keySet().stream().map(BudgetKey::election).collect(Collectors.toSet());
        return expenses.spent(session, seats(limits), elections).map(spent -> {
            Map<BudgetKey, Budget> budgets = new HashMap<>();
            limits.forEach((key, limit) -> budgets.put(key, Budget.unused(limit)));
            spent.forEach(sum -> budgets.computeIfPresent(
                    sum.budget(), (key, budget) -> budget.plus(sum.status(), sum.countedGbp())));
            return budgets;
        });
    }

    private static Set<SeatCode> seats(Map<BudgetKey, BigDecimal> limits) {
        return limits.keySet().stream().map(BudgetKey::seat).collect(Collectors.toSet());
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
