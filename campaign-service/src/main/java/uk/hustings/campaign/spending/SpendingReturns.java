package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** What candidates of all parties declared at past elections. Counts against no limit; never changed or deleted. */
@ApplicationScoped
class SpendingReturns {

    /** First number of the advisory lock of those who import; the second is 0. */
    private static final int IMPORTS = 0x7372;

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String CATEGORIES = Arrays.stream(SpendingCategory.values())
            .map(SpendingReturns::column)
            .collect(Collectors.joining(", "));

    private static final String COLUMNS = "select election, seat_code, party, candidate, period, electorate, limit_gbp,"
            + " total_gbp, source, " + CATEGORIES + " from spending_return";

    /** Which returns are wanted; null is any. */
    record Wanted(String election, SeatCode seat, String party, SpendingPeriod period, Boolean overLimit) {}

    /** Others who import wait until this transaction ends, so that what is read stays as it is. */
    Uni<Void> turn(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select cast(pg_advisory_xact_lock($1, 0) as text)", IMPORTS)
                .replaceWithVoid();
    }

    /** All of these seats at these elections. */
    Uni<List<SpendingReturn>> of(
            Mutiny.StatelessSession session, Collection<String> elections, Collection<SeatCode> seats) {
        return session.createNativeQuery(
                        COLUMNS + " where election = any(cast(:elections as text[]))"
                                + " and seat_code = any(cast(:seats as text[]))",
                        Object[].class)
                .setParameter("elections", elections.toArray(String[]::new))
                .setParameter("seats", seats.stream().map(SeatCode::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(SpendingReturns::declared).toList());
    }

    /**
     * By election, seat, party, candidate and period.
     *
     * @param after key to go on after; null to begin
     */
    Uni<List<SpendingReturn>> list(Mutiny.StatelessSession session, Wanted wanted, SpendingReturn.Key after, int most) {
        String over = "(limit_gbp > 0 and total_gbp > limit_gbp)";
        String query = COLUMNS + " where true"
                + (wanted.election() == null ? "" : " and election = :election")
                + (wanted.seat() == null ? "" : " and seat_code = :seat")
                + (wanted.party() == null ? "" : " and party = :party")
                + (wanted.period() == null ? "" : " and period = :period")
                + (wanted.overLimit() == null ? "" : " and coalesce(" + over + ", false) = :over")
                + (after == null ? "" : " and (election, seat_code, party, candidate, period) > (:e, :s, :p, :c, :r)")
                + " order by election, seat_code, party, candidate, period limit :most";
        Mutiny.SelectionQuery<Object[]> selection = session.createNativeQuery(query, Object[].class);
        selection.setParameter("most", most);
        set(selection, "election", wanted.election());
        set(selection, "seat", wanted.seat() == null ? null : wanted.seat().value());
        set(selection, "party", wanted.party());
        set(
                selection,
                "period",
                wanted.period() == null ? null : wanted.period().code());
        set(selection, "over", wanted.overLimit());
        if (after != null) {
            set(selection, "e", after.election());
            set(selection, "s", after.seat().value());
            set(selection, "p", after.party());
            set(selection, "c", after.candidate());
            set(selection, "r", after.period().code());
        }
        return selection
                .getResultList()
                .map(rows -> rows.stream().map(SpendingReturns::declared).toList());
    }

    /** The caller has the turn. */
    Uni<Void> add(Mutiny.StatelessSession session, List<SpendingReturn> returns, String by, Instant now) {
        int parts = (returns.size() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
        return Multi.createFrom()
                .items(IntStream.range(0, parts).boxed())
                .onItem()
                .transformToUniAndConcatenate(part -> addSome(
                        session,
                        returns.subList(part * ROWS_AT_ONCE, Math.min(returns.size(), (part + 1) * ROWS_AT_ONCE)),
                        by,
                        now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> addSome(
            Mutiny.StatelessSession session, List<SpendingReturn> returns, String by, Instant now) {
        SpendingCategory[] categories = SpendingCategory.values();
        String arrays = Arrays.stream(categories)
                .map(category -> ", cast($" + (12 + category.ordinal()) + " as text[])")
                .collect(Collectors.joining());
        String amounts = Arrays.stream(categories)
                .map(category -> ", cast(r." + column(category) + " as numeric)")
                .collect(Collectors.joining());
        Object[] values = new Object[11 + categories.length];
        values[0] = texts(returns, declared -> declared.key().election());
        values[1] = texts(returns, declared -> declared.key().seat().value());
        values[2] = texts(returns, declared -> declared.key().party());
        values[3] = texts(returns, declared -> declared.key().candidate());
        values[4] = texts(returns, declared -> declared.key().period().code());
        values[5] = returns.stream().map(SpendingReturn::electorate).toArray(Integer[]::new);
        values[6] = texts(returns, declared -> plain(declared.limitGbp()));
        values[7] = texts(returns, declared -> plain(declared.totalGbp()));
        values[8] = texts(returns, SpendingReturn::source);
        values[9] = by;
        values[10] = now.atOffset(ZoneOffset.UTC);
        for (SpendingCategory category : categories) {
            values[11 + category.ordinal()] =
                    texts(returns, declared -> plain(declared.byCategory().get(category)));
        }
        return Sql.change(session, """
                insert into spending_return (election, seat_code, party, candidate, period, electorate, limit_gbp, total_gbp,
                    source, imported_by, imported_at, %1$s)
                select r.election, r.seat_code, r.party, r.candidate, r.period, r.electorate, cast(r.limit_gbp as numeric),
                    cast(r.total_gbp as numeric), r.source, cast($10 as text), cast($11 as timestamptz)%3$s
                from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]),
                    cast($5 as text[]), cast($6 as int[]), cast($7 as text[]), cast($8 as text[]), cast($9 as text[])%2$s)
                    as r (election, seat_code, party, candidate, period, electorate, limit_gbp, total_gbp, source, %1$s)
                """.formatted(CATEGORIES, arrays, amounts), values);
    }

    private static SpendingReturn declared(Object[] row) {
        Map<SpendingCategory, BigDecimal> byCategory = new EnumMap<>(SpendingCategory.class);
        for (SpendingCategory category : SpendingCategory.values()) {
            if (row[9 + category.ordinal()] != null) {
                byCategory.put(category, (BigDecimal) row[9 + category.ordinal()]);
            }
        }
        return new SpendingReturn(
                new SpendingReturn.Key(
                        (String) row[0],
                        new SeatCode((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        SpendingPeriod.fromCode((String) row[4])),
                row[5] == null ? null : ((Number) row[5]).intValue(),
                (BigDecimal) row[6],
                (BigDecimal) row[7],
                byCategory,
                (String) row[8]);
    }

    private static String column(SpendingCategory category) {
        return category.code().replace('-', '_') + "_gbp";
    }

    private static String plain(BigDecimal pounds) {
        return pounds == null ? null : pounds.toPlainString();
    }

    private static String[] texts(List<SpendingReturn> returns, Function<SpendingReturn, String> cell) {
        return returns.stream().map(cell).toArray(String[]::new);
    }

    private static void set(Mutiny.SelectionQuery<?> selection, String parameter, Object value) {
        if (value != null) {
            selection.setParameter(parameter, value);
        }
    }
}
