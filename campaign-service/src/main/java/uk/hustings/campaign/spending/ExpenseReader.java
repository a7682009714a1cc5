package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** Expenses that the caller may see. */
@ApplicationScoped
class ExpenseReader {

    /** Rows of an export that are in memory at a time. */
    private static final int ROWS_AT_A_TIME = 500;

    private final Expenses expenses;
    private final SpendingRights rights;
    private final Mutiny.SessionFactory sessions;

    ExpenseReader(Expenses expenses, SpendingRights rights, Mutiny.SessionFactory sessions) {
        this.expenses = expenses;
        this.rights = rights;
        this.sessions = sessions;
    }

    /** Newest first. */
    Uni<Page<ExpenseView>> page(Caller caller, Expenses.Wanted wanted, PageRequest page) {
        return list(wanted, rights.sight(caller), page.afterId(), page.limit() + 1)
                .map(found ->
                        Page.ofRows(found, page, expense -> expense.expenseId().toString()));
    }

    /**
     * Newest first, those that come after one.
     *
     * @param last null for the first ones
     * @param sight codes of the seats that may be seen; null for all
     */
    Uni<List<ExpenseView>> after(ExpenseView last, Set<String> sight, Expenses.Wanted wanted) {
        return list(wanted, sight, last == null ? null : last.expenseId(), ROWS_AT_A_TIME);
    }

    /** @throws Problem NOT_FOUND if the caller may not see it either, so that nobody learns of it by its id */
    Uni<ExpenseView.Whole> one(Caller caller, UUID id) {
        return sessions.withStatelessSession(session -> expenses.history(session, id))
                .map(history -> {
                    if (history.isEmpty()
                            || !rights.reads(caller, history.get(0).seat())) {
                        throw absent();
                    }
                    List<ExpenseView> views =
                            history.stream().map(ExpenseView::of).toList();
                    return new ExpenseView.Whole(views.get(views.size() - 1), views);
                });
    }

    static Problem absent() {
        return ProblemType.NOT_FOUND.because("No expense that you may see has this id.");
    }

    private Uni<List<ExpenseView>> list(Expenses.Wanted wanted, Set<String> sight, UUID before, int most) {
        return sessions.withStatelessSession(session -> expenses.list(session, wanted, sight, before, most))
                .map(found -> found.stream().map(ExpenseView::of).toList());
    }
}
