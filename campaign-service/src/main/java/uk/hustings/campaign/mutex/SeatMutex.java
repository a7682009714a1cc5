package uk.hustings.campaign.mutex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;

/**
 * Advisory locks that serialise decisions in a seat. Everybody who counts contacts in a seat, decides about access there or
 * changes who works there takes its lock first and reads what the decision rests on afterwards. Locks last until the
 * transaction ends; taking one again within it has no effect.
 *
 * <p>Everybody who holds a seat also shares the lock of the rules (access policy and battleground classes). A change of the
 * rules takes that lock alone: it waits for decisions in progress, and later ones see the new rules.
 *
 * <p>A transaction takes locks in the order that ADR 0017 gives, which prevents deadlocks.
 */
@ApplicationScoped
public class SeatMutex {

    /** First number of the advisory lock of the rules; the second is 0. */
    private static final int RULES = 0x7275;

    /** The select list is evaluated after the join, so the lock of the rules comes before that of any seat. */
    private static final String SEATS = """
            with rules as materialized (select cast(pg_advisory_xact_lock_shared($2, 0) as text) as held),
            turn as materialized (
                select distinct hashtextextended(seat, 0) as number from unnest(cast($1 as text[])) as seat
                order by number)
            select cast(pg_advisory_xact_lock(turn.number) as text) from rules cross join turn
            """;

    /** Locks these seats in an order that is the same for everybody. */
    public Uni<Void> lock(Mutiny.StatelessSession session, Collection<SeatCode> seats) {
        return Sql.rows(session, SEATS, seats.stream().map(SeatCode::value).toArray(String[]::new), RULES)
                .replaceWithVoid();
    }

    /** For those who are about to find out which seats a rule concerns: the rules do not change until they are done. */
    public Uni<Void> shareRules(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select cast(pg_advisory_xact_lock_shared($1, 0) as text)", RULES)
                .replaceWithVoid();
    }

    /** For those who change the policy or the class of a seat: nobody decides by the old rules until they are done. */
    public Uni<Void> lockRules(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select cast(pg_advisory_xact_lock($1, 0) as text)", RULES)
                .replaceWithVoid();
    }
}
