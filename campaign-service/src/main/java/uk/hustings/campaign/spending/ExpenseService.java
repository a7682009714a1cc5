package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.spending.domain.Budget;
import uk.hustings.campaign.spending.domain.Budget.Decision;

/** Records expenses. A commitment over the headroom is refused; a declaration over it is recorded and flagged. */
@ApplicationScoped
class ExpenseService {

    static final String PATH = "/v1/campaign/spending/expenses";

    private final ExpenseValidator validator;
    private final SpendingRights rights;
    private final OwnSeats ownSeats;
    private final Expenses expenses;
    private final Budgets budgets;
    private final Seats seats;
    private final DecisionClock clock;
    private final KeptReplies replies;

    ExpenseService(
            ExpenseValidator validator,
            SpendingRights rights,
            OwnSeats ownSeats,
            Expenses expenses,
            Budgets budgets,
            Seats seats,
            DecisionClock clock,
            KeptReplies replies) {
        this.validator = validator;
        this.rights = rights;
        this.ownSeats = ownSeats;
        this.expenses = expenses;
        this.budgets = budgets;
        this.seats = seats;
        this.clock = clock;
        this.replies = replies;
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH, INVALID_INPUT, ALREADY_RECORDED, SPENDING_LIMIT_EXCEEDED */
    Uni<Reply> record(Caller caller, ExpenseOrder order) {
        SeatCode seat = order.seatCode();
        if (seats.find(seat).isPresent()) {
            rights.toWrite(caller, seat).orRefuse();
        }
        List<FieldError> faults = new ArrayList<>();
        ExpenseValidator.Valid valid =
                validator.check(caller, order, (field, detail) -> faults.add(FieldError.at("/" + field, detail)));
        Faults.refuseAny(faults);
        SpendingRights.refuseOtherParty(caller, valid.localParty());
        return replies.once(
                201,
                session -> record(session, caller, valid),
                receipt -> URI.create(PATH + "/" + receipt.expense().expenseId()));
    }

    private Uni<ExpenseReceipt> record(Mutiny.StatelessSession session, Caller caller, ExpenseValidator.Valid valid) {
        return ownSeats.require(session, caller, Set.of(valid.seatCode()))
                .chain(() -> budgets.lockAndLoad(session, List.of(valid.place())))
                .call(() -> refuseTwice(session, valid))
                .chain(loaded -> clock.now(session).chain(now -> {
                    Decision decision = loaded.get(valid.budget())
                            .decide(valid.facts().status(), valid.facts().cost().countedGbp());
                    Budget after = Budgets.accepted(valid.budget(), decision);
                    Expense expense = valid.recorded(decision instanceof Decision.Flagged, caller.name(), now);
                    return expenses.add(session, List.of(expense))
                            .replaceWith(
                                    new ExpenseReceipt(ExpenseView.of(expense), BudgetView.of(valid.budget(), after)));
                }));
    }

    private Uni<Void> refuseTwice(Mutiny.StatelessSession session, ExpenseValidator.Valid valid) {
        if (valid.reference() == null) {
            return Uni.createFrom().voidItem();
        }
        return expenses.referred(
                        session,
                        Set.of(valid.seatCode()),
                        Set.of(valid.contest().election()),
                        Set.of(valid.reference()))
                .invoke(known -> {
                    if (!known.isEmpty()) {
                        throw ProblemType.ALREADY_RECORDED
                                .because("An expense with this reference is recorded for the seat and election;"
                                        + " nothing was written.")
                                .with("expenseId", known.get(0).id());
                    }
                })
                .replaceWithVoid();
    }
}
