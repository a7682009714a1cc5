package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Budget;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Puts together what may be spent in a seat, and what is. */
@ApplicationScoped
class SeatSpending {

    private final Expenses expenses;
    private final Electorates electorates;
    private final Mutiny.SessionFactory sessions;

    SeatSpending(Expenses expenses, Electorates electorates, Mutiny.SessionFactory sessions) {
        this.expenses = expenses;
        this.electorates = electorates;
        this.sessions = sessions;
    }

    /** @param page of the expenses */
    Uni<SeatSpendingView> of(Standing seat, Contest contest, PageRequest page) {
        Expenses.Wanted wanted = new Expenses.Wanted(seat.seatCode(), contest.election(), null, null, null, null, null);
        SeatContest place = new SeatContest(seat, contest);
        return sessions.withStatelessTransaction(session -> electorates
                .of(session, Set.of(contest.election()), Set.of(seat.seatCode()))
                .chain(stated -> expenses.spent(session, Set.of(seat.seatCode()), Set.of(contest.election()))
                        .chain(spent -> expenses.list(session, wanted, null, page.afterId(), page.limit() + 1)
                                .map(found -> Page.ofRows(
                                        found.stream().map(ExpenseView::of).toList(),
                                        page,
                                        expense -> expense.expenseId().toString()))
                                .map(listed -> view(place, stated.get(place.electorate()), spent, listed)))));
    }

    private static SeatSpendingView view(
            SeatContest place, Electorates.Stated stated, List<Expenses.Spent> spent, Page<ExpenseView> listed) {
        List<SeatSpendingView.Period> periods = new ArrayList<>();
        List<SeatSpendingView.Flag> flags = new ArrayList<>();
        Map<BudgetKey, Budget> unused = place.unused(stated);
        for (SpendingPeriod period : SpendingPeriod.values()) {
            Contests.rule(place.contest(), place.seat(), period).ifPresent(rule -> {
                BudgetKey key =
                        new BudgetKey(place.seat().seatCode(), place.contest().election(), period);
                List<Expenses.Spent> ofPeriod =
                        spent.stream().filter(sum -> sum.budget().equals(key)).toList();
                Budget budget = unused.get(key);
                for (Expenses.Spent sum : ofPeriod) {
                    budget = budget.plus(sum.status(), sum.countedGbp());
                }
                periods.add(
                        new SeatSpendingView.Period(BudgetView.of(key, budget), rule.source(), categories(ofPeriod)));
                flag(period, budget, flags);
            });
        }
        return new SeatSpendingView(
                place.seat().seatCode(),
                place.seat().name(),
                place.contest().election(),
                place.contest().pollingDay(),
                Contests.typeOf(place.seat()).code(),
                stated == null ? place.seat().electorate() : stated.electorate(),
                stated == null ? null : stated.source(),
                periods,
                flags,
                listed);
    }

    private static List<SeatSpendingView.Category> categories(List<Expenses.Spent> spent) {
        return Arrays.stream(SpendingCategory.values())
                .map(category -> new SeatSpendingView.Category(
                        category.code(),
                        sum(spent, category, ExpenseStatus.DECLARED),
                        sum(spent, category, ExpenseStatus.COMMITTED)))
                .toList();
    }

    private static BigDecimal sum(List<Expenses.Spent> spent, SpendingCategory category, ExpenseStatus status) {
        return spent.stream()
                .filter(sum -> sum.category() == category && sum.status() == status)
                .map(Expenses.Spent::countedGbp)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static void flag(SpendingPeriod period, Budget budget, List<SeatSpendingView.Flag> flags) {
        if (budget.declaredOverLimit()) {
            flags.add(new SeatSpendingView.Flag(
                    "declared-over-limit", period.code(), budget.declaredGbp().subtract(budget.limitGbp())));
        } else if (budget.headroomGbp().signum() < 0) {
            flags.add(new SeatSpendingView.Flag(
                    "over-committed", period.code(), budget.headroomGbp().negate()));
        }
    }
}
