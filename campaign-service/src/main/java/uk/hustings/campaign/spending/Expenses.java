package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.spending.domain.Cost;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** All expenses with everything that was ever entered about them. Nothing is changed or deleted. */
@ApplicationScoped
class Expenses {

    private static final String COLUMNS = """
            select id, seat_code, election, local_party, reference, recorded_by, recorded_at, revision, status, category,
                period, paid_gbp, notional_gbp, candidate_share_pct, day, supplier, description, over_limit, reason,
                entered_by, entered_at
            """;

    /** Which expenses are wanted; null is any. */
    record Wanted(
            SeatCode seat,
            String election,
            String localParty,
            SpendingCategory category,
            SpendingPeriod period,
            ExpenseStatus status,
            Boolean overLimit) {}

    /** What is spent in one category of a budget, in pounds that count. */
    record Spent(BudgetKey budget, SpendingCategory category, ExpenseStatus status, BigDecimal countedGbp) {}

    /** The caller holds the seats. At most as many as an import may have. */
    Uni<Void> add(Mutiny.StatelessSession session, List<Expense> expenses) {
        if (expenses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.change(
                        session,
                        """
                        insert into spending_expense
                            (id, seat_code, election, local_party, reference, recorded_by, recorded_at)
                        select x.id, x.seat_code, x.election, x.local_party, x.reference, cast($6 as text),
                            cast($7 as timestamptz)
                        from unnest(cast($1 as uuid[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]),
                            cast($5 as text[])) as x (id, seat_code, election, local_party, reference)
                        """,
                        cells(expenses, Expense::id, UUID[]::new),
                        cells(expenses, expense -> expense.seat().value(), String[]::new),
                        cells(expenses, Expense::election, String[]::new),
                        cells(expenses, Expense::localParty, String[]::new),
                        cells(expenses, Expense::reference, String[]::new),
                        expenses.get(0).recordedBy(),
                        expenses.get(0).recordedAt().atOffset(ZoneOffset.UTC))
                .chain(() -> enter(session, expenses));
    }

    /** Adds the entries of these expenses, all by the same person at the same time. The caller holds the seats. */
    Uni<Void> enter(Mutiny.StatelessSession session, List<Expense> expenses) {
        Expense.Entry first = expenses.get(0).entry();
        return Sql.change(
                        session,
                        """
                        insert into spending_entry (expense_id, revision, status, category, period, paid_gbp, notional_gbp,
                            candidate_share_pct, counted_gbp, over_limit, day, supplier, description, reason, entered_by,
                            entered_at)
                        select e.id, e.revision, e.status, e.category, e.period, cast(e.paid as numeric),
                            cast(e.notional as numeric), cast(e.share as numeric), cast(e.counted as numeric),
                            e.over_limit, e.day, e.supplier, e.description, e.reason, cast($15 as text),
                            cast($16 as timestamptz)
                        from unnest(cast($1 as uuid[]), cast($2 as int[]), cast($3 as text[]), cast($4 as text[]),
                            cast($5 as text[]), cast($6 as text[]), cast($7 as text[]), cast($8 as text[]),
                            cast($9 as text[]), cast($10 as boolean[]), cast($11 as date[]), cast($12 as text[]),
                            cast($13 as text[]), cast($14 as text[]))
                            as e (id, revision, status, category, period, paid, notional, share, counted, over_limit, day,
                                supplier, description, reason)
                        """,
                        cells(expenses, Expense::id, UUID[]::new),
                        entries(expenses, Expense.Entry::revision, Integer[]::new),
                        facts(expenses, facts -> facts.status().code(), String[]::new),
                        facts(expenses, facts -> facts.category().code(), String[]::new),
                        facts(expenses, facts -> facts.period().code(), String[]::new),
                        facts(expenses, facts -> facts.cost().paidGbp().toPlainString(), String[]::new),
                        facts(expenses, facts -> facts.cost().notionalGbp().toPlainString(), String[]::new),
                        facts(
                                expenses,
                                facts -> facts.cost().candidateSharePct().toPlainString(),
                                String[]::new),
                        facts(expenses, facts -> facts.cost().countedGbp().toPlainString(), String[]::new),
                        entries(expenses, Expense.Entry::overLimit, Boolean[]::new),
                        facts(expenses, Expense.Facts::day, LocalDate[]::new),
                        facts(expenses, Expense.Facts::supplier, String[]::new),
                        facts(expenses, Expense.Facts::description, String[]::new),
                        entries(expenses, Expense.Entry::reason, String[]::new),
                        first.by(),
                        first.at().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** @return null if there is none */
    Uni<Expense> find(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(COLUMNS + " from spending_current where id = :id", Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : expense(row));
    }

    /** Everything that was entered about an expense, oldest first. */
    Uni<List<Expense>> history(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(
                        COLUMNS + " from spending_expense join spending_entry on expense_id = id where id = :id"
                                + " order by revision",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(Expenses::expense).toList());
    }

    /** Those of these seats and elections that have one of these references, as they were first recorded. */
    Uni<List<Expense>> referred(
            Mutiny.StatelessSession session,
            Collection<SeatCode> seats,
            Collection<String> elections,
            Collection<String> references) {
        if (references.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(COLUMNS + """
                                 from spending_expense join spending_entry on expense_id = id and revision = 0
                                where seat_code = any(cast(:seats as text[]))
                                    and election = any(cast(:elections as text[]))
                                    and reference = any(cast(:references as text[]))
                                """, Object[].class)
                .setParameter("seats", codes(seats))
                .setParameter("elections", elections.toArray(String[]::new))
                .setParameter("references", references.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(Expenses::expense).toList());
    }

    /**
     * Newest first.
     *
     * @param sight codes of the seats that may be seen; null for all
     * @param before id to go on after; null to begin
     */
    Uni<List<Expense>> list(Mutiny.StatelessSession session, Wanted wanted, Set<String> sight, UUID before, int most) {
        String query = COLUMNS + " from spending_current where true"
                + (wanted.seat() == null ? "" : " and seat_code = :seat")
                + (wanted.election() == null ? "" : " and election = :election")
                + (wanted.localParty() == null ? "" : " and local_party = :localParty")
                + (wanted.category() == null ? "" : " and category = :category")
                + (wanted.period() == null ? "" : " and period = :period")
                + (wanted.status() == null ? "" : " and status = :status")
                + (wanted.overLimit() == null ? "" : " and over_limit = :overLimit")
                + (sight == null ? "" : " and seat_code = any(cast(:sight as text[]))")
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :most";
        Mutiny.SelectionQuery<Object[]> selection = session.createNativeQuery(query, Object[].class);
        selection.setParameter("most", most);
        set(selection, "seat", wanted.seat() == null ? null : wanted.seat().value());
        set(selection, "election", wanted.election());
        set(selection, "localParty", wanted.localParty());
        set(
                selection,
                "category",
                wanted.category() == null ? null : wanted.category().code());
        set(
                selection,
                "period",
                wanted.period() == null ? null : wanted.period().code());
        set(
                selection,
                "status",
                wanted.status() == null ? null : wanted.status().code());
        set(selection, "overLimit", wanted.overLimit());
        set(selection, "sight", sight == null ? null : sight.toArray(String[]::new));
        set(selection, "before", before);
        return selection
                .getResultList()
                .map(rows -> rows.stream().map(Expenses::expense).toList());
    }

    /** What counts in these seats at these elections. */
    Uni<List<Spent>> spent(Mutiny.StatelessSession session, Collection<SeatCode> seats, Collection<String> elections) {
        return session.createNativeQuery("""
                        select seat_code, election, period, category, status, sum(counted_gbp) from spending_current
                        where seat_code = any(cast(:seats as text[])) and election = any(cast(:elections as text[]))
                            and status in ('committed', 'declared')
                        group by seat_code, election, period, category, status
                        """, Object[].class)
                .setParameter("seats", codes(seats))
                .setParameter("elections", elections.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Spent(
                                new BudgetKey(
                                        new SeatCode((String) row[0]), (String) row[1], SpendingPeriod.fromCode((String)
                                                row[2])),
                                SpendingCategory.fromCode((String) row[3]),
                                ExpenseStatus.fromCode((String) row[4]),
                                (BigDecimal) row[5]))
                        .toList());
    }

    private static Expense expense(Object[] row) {
        Expense.Facts facts = new Expense.Facts(
                ExpenseStatus.fromCode((String) row[8]),
                SpendingCategory.fromCode((String) row[9]),
                SpendingPeriod.fromCode((String) row[10]),
                new Cost((BigDecimal) row[11], (BigDecimal) row[12], (BigDecimal) row[13]),
                row[14] instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) row[14],
                (String) row[15],
                (String) row[16]);
        return new Expense(
                (UUID) row[0],
                new SeatCode((String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                instant(row[6]),
                new Expense.Entry(
                        ((Number) row[7]).intValue(),
                        facts,
                        (Boolean) row[17],
                        (String) row[18],
                        (String) row[19],
                        instant(row[20])));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }

    private static void set(Mutiny.SelectionQuery<?> selection, String parameter, Object value) {
        if (value != null) {
            selection.setParameter(parameter, value);
        }
    }

    private static String[] codes(Collection<SeatCode> seats) {
        return seats.stream().map(SeatCode::value).toArray(String[]::new);
    }

    private static <V> V[] cells(List<Expense> expenses, Function<Expense, V> cell, IntFunction<V[]> array) {
        return expenses.stream().map(cell).toArray(array);
    }

    private static <V> V[] entries(List<Expense> expenses, Function<Expense.Entry, V> cell, IntFunction<V[]> array) {
        return cells(expenses, expense -> cell.apply(expense.entry()), array);
    }

    private static <V> V[] facts(List<Expense> expenses, Function<Expense.Facts, V> cell, IntFunction<V[]> array) {
        return entries(expenses, entry -> cell.apply(entry.facts()), array);
    }
}
