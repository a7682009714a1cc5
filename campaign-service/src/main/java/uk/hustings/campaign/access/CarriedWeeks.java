package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
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

    /** A seat that comes back brings back all weeks that its owner made. */
    private static final String BRING_BACK = """
            delete from carried_week c using %s
            where c.seat_code = m.seat and c.local_party = m.next
            """.formatted(MOVES);

    private static final String CARRY_OWN = """
            insert into carried_week (seat_code, week_start, local_party, counts_for)
            select m.seat, :monday, m.owner, m.next from %s where m.owner is not null
            on conflict (seat_code, week_start, local_party) do update set counts_for = excluded.counts_for
            """.formatted(MOVES);

    /**
     * The caller holds the locks of these seats.
     *
     * @param monday of the running week
     */
    Uni<Void> carry(Mutiny.StatelessSession session, List<SeatMove> moves, LocalDate monday) {
        return bind(session.createNativeQuery(BRING_BACK), moves)
                .executeUpdate()
                .chain(() -> bind(session.createNativeQuery(CARRY_ON), moves)
                        .setParameter("monday", monday)
                        .executeUpdate())
                .chain(() -> bind(session.createNativeQuery(CARRY_OWN), moves)
                        .setParameter("monday", monday)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery bind(Mutiny.MutationQuery query, List<SeatMove> moves) {
        return query.setParameter("seats", column(moves, move -> move.seat().value()))
                .setParameter("from", column(moves, SeatMove::from))
                .setParameter("to", column(moves, SeatMove::to));
    }

    private static String[] column(List<SeatMove> moves, Function<SeatMove, String> cell) {
        return moves.stream().map(cell).toArray(String[]::new);
    }
}
