package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.spending.domain.Budget;
import uk.hustings.campaign.spending.domain.Budget.Decision;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.Cost;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.ExpenseStep;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Declares, releases, corrects and withdraws expenses. Each adds an entry; what was entered before is kept. */
@ApplicationScoped
class ExpenseChanges {

    /**
     * What is to be done.
     *
     * @param revision that the caller has read; null if any will do
     * @param facts what is to be entered, made of what is known and of the day on which it is decided
     */
    private record Change(
            ExpenseStep step,
            Integer revision,
            BiFunction<Expense.Facts, LocalDate, Expense.Facts> facts,
            String reason) {}

    private final ExpenseValidator validator;
    private final SpendingRights rights;
    private final OwnSeats ownSeats;
    private final Expenses expenses;
    private final Budgets budgets;
    private final Contests contests;
    private final Seats seats;
    private final DecisionClock clock;
    private final KeptReplies replies;

    ExpenseChanges(
            ExpenseValidator validator,
            SpendingRights rights,
            OwnSeats ownSeats,
            Expenses expenses,
            Budgets budgets,
            Contests contests,
            Seats seats,
            DecisionClock clock,
            KeptReplies replies) {
        this.validator = validator;
        this.rights = rights;
        this.ownSeats = ownSeats;
        this.expenses = expenses;
        this.budgets = budgets;
        this.contests = contests;
        this.seats = seats;
        this.clock = clock;
        this.replies = replies;
    }

    Uni<Reply> declare(Caller caller, UUID id, ExpenseDeclaration declaration) {
        return apply(
                caller,
                id,
                new Change(
                        ExpenseStep.DECLARE,
                        null,
                        (known, today) -> ExpenseValidator.facts(
                                known.status(),
                                known.category(),
                                known.period(),
                                new Cost(
                                        or(declaration.paidGbp(), known.cost().paidGbp()),
                                        or(
                                                declaration.notionalGbp(),
                                                known.cost().notionalGbp()),
                                        known.cost().candidateSharePct()),
                                or(declaration.day(), today),
                                known.supplier(),
                                known.description()),
                        declaration.reason()));
    }

    Uni<Reply> release(Caller caller, UUID id, String reason) {
        return apply(caller, id, new Change(ExpenseStep.RELEASE, null, (known, today) -> known, reason));
    }

    Uni<Reply> withdraw(Caller caller, UUID id, String reason) {
        return apply(caller, id, new Change(ExpenseStep.WITHDRAW, null, (known, today) -> known, reason));
    }

    Uni<Reply> correct(Caller caller, UUID id, ExpenseCorrection correction) {
        return apply(
                caller,
                id,
                new Change(
                        ExpenseStep.CORRECT,
                        correction.revision(),
                        (known, today) -> ExpenseValidator.facts(
                                known.status(),
                                SpendingCategory.fromCode(correction.category()),
                                SpendingPeriod.fromCode(correction.period()),
                                ExpenseValidator.cost(
                                        correction.paidGbp(), correction.notionalGbp(), correction.candidateSharePct()),
                                correction.day(),
                                correction.supplier(),
                                correction.description()),
                        correction.reason()));
    }

    private Uni<Reply> apply(Caller caller, UUID id, Change change) {
        return replies.once(
                200,
                session -> expenses.find(session, id)
                        .invoke(known -> refuseBeyondReach(caller, known))
                        .call(known -> ownSeats.require(session, caller, Set.of(known.seat())))
                        .chain(known -> budgets.lockAndLoad(
                                session,
                                List.of(new SeatContest(seats.get(known.seat()), contests.find(known.election())))))
                        // Somebody else may have changed it while we waited for the lock.
                        .chain(loaded -> expenses.find(session, id).chain(known -> clock.now(session)
                                .chain(now -> enter(session, caller, known, change, loaded, now)))),
                receipt -> null);
    }

    private Uni<ExpenseReceipt> enter(
            Mutiny.StatelessSession session,
            Caller caller,
            Expense known,
            Change change,
            Map<BudgetKey, Budget> loaded,
            Instant now) {
        refuseOtherRevision(known, change.revision());
        ExpenseStatus before = known.entry().facts().status();
        ExpenseStatus status = before.after(change.step()).orElseThrow(() -> notFrom(known));
        Expense.Facts facts = change.facts()
                .apply(known.entry().facts(), LocalDate.ofInstant(now, DomainClock.LONDON))
                .as(status);
        if (status.counts()) {
            refuseFaults(known, facts);
        }
        BudgetKey key = new BudgetKey(known.seat(), known.election(), facts.period());
        BigDecimal counted = known.entry().facts().cost().countedGbp();
        loaded.computeIfPresent(known.budget(), (old, budget) -> budget.minus(before, counted));
        BigDecimal replaced = key.equals(known.budget()) ? counted : BigDecimal.ZERO;
        Decision decision =
                loaded.get(key).replace(status, replaced, facts.cost().countedGbp());
        Budget after = Budgets.accepted(key, decision);
        Expense entered = new Expense(
                known.id(),
                known.seat(),
                known.election(),
                known.localParty(),
                known.reference(),
                known.recordedBy(),
                known.recordedAt(),
                new Expense.Entry(
                        known.entry().revision() + 1,
                        facts,
                        decision instanceof Decision.Flagged,
                        change.reason(),
                        caller.name(),
                        now));
        return expenses.enter(session, List.of(entered))
                .replaceWith(new ExpenseReceipt(ExpenseView.of(entered), BudgetView.of(key, after)));
    }

    private void refuseBeyondReach(Caller caller, Expense known) {
        if (known == null || !rights.reads(caller, known.seat())) {
            throw ExpenseReader.absent();
        }
        rights.toWrite(caller, known.seat()).orRefuse();
        SpendingRights.refuseOtherParty(caller, known.localParty());
    }

    private void refuseFaults(Expense known, Expense.Facts facts) {
        List<FieldError> faults = new ArrayList<>();
        Contest contest = contests.find(known.election());
        validator.check(
                contest,
                seats.get(known.seat()),
                facts,
                (field, detail) -> faults.add(FieldError.at("/" + field, detail)));
        Faults.refuseAny(faults);
    }

    private static void refuseOtherRevision(Expense known, Integer revision) {
        if (revision != null && revision != known.entry().revision()) {
            throw ProblemType.STATE_CONFLICT
                    .because("The expense has been changed since revision %d; nothing was written.".formatted(revision))
                    .with("revision", known.entry().revision());
        }
    }

    private static RuntimeException notFrom(Expense known) {
        String status = known.entry().facts().status().code();
        return ProblemType.STATE_CONFLICT
                .because("The expense is %s since %s; nothing was written."
                        .formatted(status, known.entry().at()))
                .with("expenseStatus", status);
    }

    private static LocalDate or(LocalDate stated, LocalDate today) {
        return stated == null ? today : stated;
    }

    private static BigDecimal or(BigDecimal stated, BigDecimal known) {
        return stated == null ? known : stated.setScale(2);
    }
}
