package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.resource.domain.Edition;
import uk.hustings.campaign.resource.domain.Holder;

/** Every statement that was ever made. They are added and never changed; of each key the last edition counts. */
@ApplicationScoped
class ResourceStatements {

    /** Rows that go into one statement of SQL. */
    private static final int ROWS_AT_ONCE = 10_000;

    /** Locks holders in an order that is the same for everybody. */
    private static final String LOCK = """
            with turn as materialized (
                select distinct hashtextextended('resources of ' || holder, 0) as number
                from unnest(cast($1 as text[])) as holder order by number)
            select cast(pg_advisory_xact_lock(turn.number) as text) from turn
            """;

    private static final String LAST = """
            select k.number, s.edition, s.amount, s.source
            from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as text[]), cast($4 as date[]), cast($5 as text[]))
                with ordinality as k (holder_kind, holder, kind, week_start, basis, number)
            cross join lateral (
                select r.edition, r.amount, r.source from resource_statement r
                where r.holder_kind = k.holder_kind and r.holder = k.holder and r.kind = k.kind
                    and r.week_start = k.week_start and r.basis = k.basis
                order by r.edition desc limit 1) s
            """;

    private static final String ADD = """
            insert into resource_statement (id, holder_kind, holder, kind, week_start, basis, edition, replaces, amount,
                source, reason, author, stated_at)
            select id, holder_kind, holder, kind, week_start, basis, edition, replaces, cast(amount as numeric),
                source, reason, $12, $13
            from unnest(cast($1 as uuid[]), cast($2 as text[]), cast($3 as text[]), cast($4 as text[]), cast($5 as date[]),
                        cast($6 as text[]), cast($7 as int[]), cast($8 as int[]), cast($9 as text[]), cast($10 as text[]),
                        cast($11 as text[]))
                as s (id, holder_kind, holder, kind, week_start, basis, edition, replaces, amount, source, reason)
            """;

    /**
     * Holds local parties, so that none is merged or moved meanwhile, and then makes everybody else who states resources of these
     * holders wait until the transaction ends.
     *
     * @return the region of each local party that is not merged into another
     */
    Uni<Map<String, String>> lock(Mutiny.StatelessSession session, Collection<Holder> holders) {
        String[] parties = holders.stream()
                .filter(Holder::isLocalParty)
                .map(Holder::id)
                .distinct()
                .toArray(String[]::new);
        String[] all = holders.stream()
                .map(holder -> holder.kind().code() + " " + holder.id())
                .toArray(String[]::new);
        return Sql.rows(
                        session,
                        "select id, region, merged_into from local_party where id = any(cast($1 as text[]))"
                                + " order by id for share",
                        (Object) parties)
                .map(rows -> {
                    Map<String, String> regions = new HashMap<>();
                    rows.stream()
                            .filter(row -> row[2] == null)
                            .forEach(row -> regions.put((String) row[0], (String) row[1]));
                    return regions;
                })
                .call(() -> Sql.rows(session, LOCK, (Object) all));
    }

    /** The last edition of each key; a key of which nothing was ever said is left out. The caller holds the holders. */
    Uni<Map<ResourceStatement.Key, Edition>> last(Mutiny.StatelessSession session, List<ResourceStatement.Key> keys) {
        Map<ResourceStatement.Key, Edition> last = new HashMap<>();
        return inChunks(keys, chunk -> Sql.rows(
                                session,
                                LAST,
                                cells(chunk, key -> key.of().holder().kind().code(), String[]::new),
                                cells(chunk, key -> key.of().holder().id(), String[]::new),
                                cells(chunk, key -> key.of().kind().code(), String[]::new),
                                cells(chunk, key -> key.of().week().monday(), LocalDate[]::new),
                                cells(chunk, key -> key.basis().code(), String[]::new))
                        .invoke(rows -> rows.forEach(row -> last.put(
                                chunk.get(((Number) row[0]).intValue() - 1),
                                new Edition(((Number) row[1]).intValue(), StatementCells.decimal(row[2]), (String)
                                        row[3])))))
                .replaceWith(last);
    }

    /** @param statements all of one author and moment. The caller holds their holders. */
    Uni<Void> add(Mutiny.StatelessSession session, List<ResourceStatement> statements) {
        return inChunks(
                statements,
                chunk -> Sql.change(
                        session,
                        ADD,
                        cells(chunk, ResourceStatement::id, UUID[]::new),
                        cells(chunk, s -> s.key().of().holder().kind().code(), String[]::new),
                        cells(chunk, s -> s.key().of().holder().id(), String[]::new),
                        cells(chunk, s -> s.key().of().kind().code(), String[]::new),
                        cells(chunk, s -> s.key().of().week().monday(), LocalDate[]::new),
                        cells(chunk, s -> s.key().basis().code(), String[]::new),
                        cells(chunk, ResourceStatement::edition, Integer[]::new),
                        cells(chunk, ResourceStatement::replaces, Integer[]::new),
                        cells(chunk, s -> s.withdrawn() ? null : s.amount().toPlainString(), String[]::new),
                        cells(chunk, ResourceStatement::source, String[]::new),
                        cells(chunk, ResourceStatement::reason, String[]::new),
                        chunk.get(0).author(),
                        chunk.get(0).statedAt().atOffset(ZoneOffset.UTC)));
    }

    Uni<Optional<ResourceStatement>> find(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(
                        "select " + StatementCells.COLUMNS + " from resource_statement s where s.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(StatementCells::statement));
    }

    /** What counts of what was stated: of each key the last edition, unless that withdraws. In no order. */
    Uni<List<ResourceStatement>> current(
            Mutiny.StatelessSession session, ResourceFilter filter, ResourceRights.Sight sight) {
        StatementConditions conditions = StatementConditions.of(filter, sight)
                .and("s.amount is not null")
                .and("""
                not exists (
                    select 1 from resource_statement l
                    where l.holder_kind = s.holder_kind and l.holder = s.holder and l.kind = s.kind
                        and l.week_start = s.week_start and l.basis = s.basis and l.edition > s.edition)""");
        return conditions.statements(session, "");
    }

    /**
     * Every edition, newest first.
     *
     * @param basis code; null for any
     * @param before id of the last one seen; null for the first page
     */
    Uni<List<ResourceStatement>> history(
            Mutiny.StatelessSession session,
            ResourceFilter filter,
            String basis,
            ResourceRights.Sight sight,
            UUID before,
            int most) {
        return StatementConditions.of(filter, sight)
                .and("s.basis = :basis", "basis", basis)
                .and("s.id < :before", "before", before)
                .statements(session, " order by s.id desc limit " + most);
    }

    private static <T> Uni<Void> inChunks(List<T> items, Function<List<T>, Uni<?>> work) {
        int parts = (items.size() + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE;
        return Multi.createFrom()
                .items(IntStream.range(0, parts).boxed())
                .onItem()
                .transformToUniAndConcatenate(part -> work.apply(
                        items.subList(part * ROWS_AT_ONCE, Math.min(items.size(), (part + 1) * ROWS_AT_ONCE))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static <T, V> Object cells(List<T> items, Function<T, V> cell, IntFunction<V[]> array) {
        return items.stream().map(cell).toArray(array);
    }
}
