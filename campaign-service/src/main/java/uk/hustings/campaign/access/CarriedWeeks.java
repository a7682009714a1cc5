package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.SeatMove;

/**
 * For whom a week's counts in a seat count after the seat has moved. They stay where they were reported; only the access
 * policy adds them to the week of the seat's owner, once, however often it moves.
 */
@ApplicationScoped
class CarriedWeeks {

    private static final String MOVES = """
            unnest(cast(:seats as text[]), cast(:from as text[]), cast(:to as text[])) as m (seat, owner, next)
            """;

    /** What was carried to the old owner, or to nobody while the seat had no owner, goes on to the new one. */
    private static final String CARRY_ON = """
            update carried_week c set counts_for = m.next from %s
            where c.seat_code = m.seat and c.week_start = :monday and c.counts_for is not distinct from m.owner
                and c.local_party is distinct from m.next
            """.formatted(MOVES);

    /** A seat that comes back brings the week back to those who made it. */
    private static final String BRING_BACK = """
            delete from carried_week c using %s
            where c.seat_code = m.seat and c.week_start = :monday and c.local_party = m.next
            """.formatted(MOVES);

    private static final String CARRY_OWN = """
            insert into carried_week (seat_code, week_start, local_party, counts_for)
            select m.seat, :monday, m.owner, m.next from %s where m.owner is not null
            on conflict (seat_code, week_start, local_party) do update set counts_for = excluded.counts_for
            """.formatted(MOVES);

    private static final String CARRIED_TO = """
            select distinct c.counts_for, c.seat_code from carried_week c
            where c.week_start = :monday and c.seat_code = any(cast(:seats as text[])) and c.counts_for is not null
            """;

    /**
     * The caller holds the places of all of these moves.
     *
     * @param monday of the running week
     * @return where counts were carried to
     */
    Uni<Set<PartySeat>> carry(Mutiny.StatelessSession session, List<SeatMove> moves, LocalDate monday) {
        return execute(session, BRING_BACK, moves, monday)
                .chain(() -> execute(session, CARRY_ON, moves, monday))
                .chain(() -> execute(session, CARRY_OWN, moves, monday))
                .chain(() -> session.createNativeQuery(CARRIED_TO, Object[].class)
                        .setParameter("monday", monday)
                        .setParameter("seats", column(moves, move -> move.seat().value()))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new PartySeat((String) row[0], SeatCode.fromString((String) row[1])))
                        .collect(Collectors.toSet()));
    }

    private static Uni<Void> execute(
            Mutiny.StatelessSession session, String statement, List<SeatMove> moves, LocalDate monday) {
        return session.createNativeQuery(statement)
                .setParameter("seats", column(moves, move -> move.seat().value()))
                .setParameter("from", column(moves, SeatMove::from))
                .setParameter("to", column(moves, SeatMove::to))
                .setParameter("monday", monday)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] column(List<SeatMove> moves, Function<SeatMove, String> cell) {
        return moves.stream().map(cell).toArray(String[]::new);
    }
}
