package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;

/**
 * How many electors seats have on the registers that decide the limits of an election. The newest statement counts; none is
 * changed or deleted.
 */
@ApplicationScoped
class Electorates {

    record Key(String election, SeatCode seat) {}

    /** @param source where the figure is from */
    record Stated(int electorate, String source) {}

    /** What is stated now; nothing for a seat of which nothing was stated. */
    Uni<Map<Key, Stated>> of(
            Mutiny.StatelessSession session, Collection<String> elections, Collection<SeatCode> seats) {
        return session.createNativeQuery("""
                        select distinct on (election, seat_code) election, seat_code, electorate, source
                        from spending_electorate
                        where election = any(cast(:elections as text[])) and seat_code = any(cast(:seats as text[]))
                        order by election, seat_code, stated_at desc, id desc
                        """, Object[].class)
                .setParameter("elections", elections.toArray(String[]::new))
                .setParameter("seats", seats.stream().map(SeatCode::value).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new Key((String) row[0], new SeatCode((String) row[1])),
                                row -> new Stated(((Number) row[2]).intValue(), (String) row[3]))));
    }

    /** The caller holds the seats. */
    Uni<Void> add(Mutiny.StatelessSession session, Map<Key, Stated> stated, String by, Instant now) {
        if (stated.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Map.Entry<Key, Stated>> rows = List.copyOf(stated.entrySet());
        return Sql.change(
                        session,
                        """
                        insert into spending_electorate (id, election, seat_code, electorate, source, stated_by, stated_at)
                        select e.id, e.election, e.seat_code, e.electorate, e.source, cast($6 as text),
                            cast($7 as timestamptz)
                        from unnest(cast($1 as uuid[]), cast($2 as text[]), cast($3 as text[]), cast($4 as int[]),
                            cast($5 as text[])) as e (id, election, seat_code, electorate, source)
                        """,
                        rows.stream().map(row -> Ids.next()).toArray(UUID[]::new),
                        rows.stream().map(row -> row.getKey().election()).toArray(String[]::new),
                        rows.stream().map(row -> row.getKey().seat().value()).toArray(String[]::new),
                        rows.stream().map(row -> row.getValue().electorate()).toArray(Integer[]::new),
                        rows.stream().map(row -> row.getValue().source()).toArray(String[]::new),
                        by,
                        now.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }
}
