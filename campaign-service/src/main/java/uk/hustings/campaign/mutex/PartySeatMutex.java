package uk.hustings.campaign.mutex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.PartySeat;

/**
 * Advisory locks that serialise decisions about a local party in a seat. Everybody who counts contacts there, decides about
 * access or changes who works there takes the lock of that place first and reads what the decision rests on afterwards.
 * Locks last until the transaction ends; taking one again within it has no effect.
 *
 * <p>Everybody who holds a place also shares the lock of the rules (access policy and battleground classes). A change of the
 * rules takes that lock alone: it waits for decisions in progress, and later ones see the new rules.
 *
 * <p>Order, which prevents deadlocks: rows of local parties, then the rules, then places.
 */
@ApplicationScoped
public class PartySeatMutex {

    /** First number of the advisory lock of the rules; the second is 0. */
    private static final int RULES = 0x7275;

    /**
     * The select list is evaluated after the join: the rules come before any place. Counts that were carried to another
     * local party lock that one's place, too, because a change of them changes what it is judged by.
     */
    private static final String PLACES = """
            with rules as materialized (select cast(pg_advisory_xact_lock_shared($3, 0) as text) as held),
            given as (
                select party, seat from unnest(cast($1 as text[]), cast($2 as text[])) as given (party, seat)),
            place as (
                select party, seat from given
                union
                select coalesce(c.counts_for, c.local_party), c.seat_code from carried_week c join given
                    on given.seat = c.seat_code and (given.party = c.local_party or c.counts_for is null)),
            turn as materialized (
                select party, seat, hashtextextended(party || ' ' || seat, 0) as number from place order by number)
            select turn.party, turn.seat, cast(pg_advisory_xact_lock(turn.number) as text) from rules cross join turn
            """;

    /**
     * Locks these places in an order that is the same for everybody.
     *
     * @return the places that are locked: those given, and those to which counts of theirs were carried
     */
    public Uni<Set<PartySeat>> lock(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return Sql.rows(
                        session,
                        PLACES,
                        places.stream().map(PartySeat::localParty).toArray(String[]::new),
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new),
                        RULES)
                .map(rows -> rows.stream()
                        .map(row -> new PartySeat((String) row[0], SeatCode.fromString((String) row[1])))
                        .collect(Collectors.toSet()));
    }

    /** For those who are about to find out which places a rule concerns: the rules do not change until they are done. */
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
