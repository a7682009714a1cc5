package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.spending.domain.Budget;
import uk.hustings.campaign.spending.domain.Budget.Decision;

/** Takes in a file of expenses, whole or not at all. Rows are decided about in the order of the file. */
@ApplicationScoped
class ExpenseImport {

    /** Faults that are named. */
    private static final int MOST_NAMED = 100;

    private final ExpenseRows rows;
    private final Expenses expenses;
    private final Budgets budgets;
    private final OwnSeats ownSeats;
    private final DecisionClock clock;
    private final KeptReplies replies;

    ExpenseImport(
            ExpenseRows rows,
            Expenses expenses,
            Budgets budgets,
            OwnSeats ownSeats,
            DecisionClock clock,
            KeptReplies replies) {
        this.rows = rows;
        this.expenses = expenses;
        this.budgets = budgets;
        this.ownSeats = ownSeats;
        this.clock = clock;
        this.replies = replies;
    }

    Uni<Reply> fromCsv(Caller caller, SpooledBody body) {
        return take(caller, body, rows::fromSheet);
    }

    Uni<Reply> fromJson(Caller caller, SpooledBody body) {
        return take(caller, body, rows::fromList);
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT, SEAT_OUT_OF_REACH, ALREADY_RECORDED, SPENDING_LIMIT_EXCEEDED */
    private Uni<Reply> take(Caller caller, SpooledBody body, ExpenseRows.Form form) {
        return body.read(in -> form.read(caller, in))
                .chain(read -> replies.once(201, session -> record(session, caller, read), receipt -> null));
    }

    private Uni<ImportReceipt> record(Mutiny.StatelessSession session, Caller caller, List<ExpenseRows.Row> read) {
        Set<SeatCode> seats = collect(read, ExpenseValidator.Valid::seatCode);
        Set<SeatContest> places = collect(read, ExpenseValidator.Valid::place);
        return ownSeats.require(session, caller, seats)
                .chain(() -> budgets.lockAndLoad(session, places))
                .chain(loaded -> fresh(session, seats, read).chain(fresh -> clock.now(session)
                        .chain(now -> write(session, caller, fresh, loaded, now))
                        .map(warnings -> new ImportReceipt(fresh.size(), read.size() - fresh.size(), warnings))));
    }

    /** The rows that are not recorded yet. */
    private Uni<List<ExpenseRows.Row>> fresh(
            Mutiny.StatelessSession session, Set<SeatCode> seats, List<ExpenseRows.Row> read) {
        Set<String> references = collect(read, ExpenseValidator.Valid::reference);
        return expenses.referred(
                        session, seats, collect(read, valid -> valid.contest().election()), references)
                .map(known -> {
                    Map<List<String>, Expense> recorded = known.stream()
                            .collect(Collectors.toMap(
                                    expense -> List.of(expense.seat().value(), expense.election(), expense.reference()),
                                    Function.identity()));
                    List<ExpenseRows.Row> fresh = new ArrayList<>();
                    List<FieldError> differing = new ArrayList<>();
                    for (ExpenseRows.Row row : read) {
                        Expense same = row.valid().reference() == null ? null : recorded.get(key(row.valid()));
                        if (same == null) {
                            fresh.add(row);
                        } else if (!equal(row.valid(), same)) {
                            differing.add(
                                    row.error().apply("reference", "is recorded with other content: " + same.id()));
                        }
                    }
                    refuseDiffering(differing);
                    return fresh;
                });
    }

    /** @return warnings */
    private Uni<List<String>> write(
            Mutiny.StatelessSession session,
            Caller caller,
            List<ExpenseRows.Row> fresh,
            Map<BudgetKey, Budget> loaded,
            Instant now) {
        List<Expense> made = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<FieldError> refused = new ArrayList<>();
        Problem first = null;
        for (ExpenseRows.Row row : fresh) {
            ExpenseValidator.Valid valid = row.valid();
            Decision decision = loaded.get(valid.budget())
                    .decide(valid.facts().status(), valid.facts().cost().countedGbp());
            if (decision instanceof Decision.Refused refusal) {
                Problem exceeded = Budgets.exceeded(valid.budget(), refusal);
                first = first == null ? exceeded : first;
                refused.add(row.error().apply("paidGbp", exceeded.getMessage()));
                continue;
            }
            Budget after = Budgets.accepted(valid.budget(), decision);
            loaded.put(valid.budget(), after);
            boolean flagged = decision instanceof Decision.Flagged;
            if (flagged) {
                warnings.add("%s: exceeds the headroom of the %s campaign in %s, which is £%s now"
                        .formatted(row.place(), valid.facts().period().code(), valid.seatCode(), after.headroomGbp()));
            }
            made.add(valid.recorded(flagged, caller.name(), now));
        }
        if (first != null) {
            throw first.withErrors(refused.stream().limit(MOST_NAMED).toList());
        }
        return expenses.add(session, made).replaceWith(warnings);
    }

    private static void refuseDiffering(List<FieldError> differing) {
        if (!differing.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because("%d of these references are recorded with other content; nothing was written."
                            .formatted(differing.size()))
                    .withErrors(differing.stream().limit(MOST_NAMED).toList());
        }
    }

    private static List<String> key(ExpenseValidator.Valid valid) {
        return List.of(valid.seatCode().value(), valid.contest().election(), valid.reference());
    }

    private static boolean equal(ExpenseValidator.Valid valid, Expense recorded) {
        return Objects.equals(valid.localParty(), recorded.localParty())
                && valid.facts().equals(recorded.entry().facts());
    }

    private static <V> Set<V> collect(List<ExpenseRows.Row> read, Function<ExpenseValidator.Valid, V> part) {
        return read.stream()
                .map(row -> part.apply(row.valid()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
