package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.PartySeat;

/**
 * Whoever counts contacts of a local party in a seat, or decides about it there, takes turns with all others who do, so
 * that no decision rests on what another has just changed. A turn lasts until the transaction ends; taken again within
 * it, it changes nothing. To be taken before any week or lock is held.
 */
@ApplicationScoped
public class Turns {

    /** Waits for the turn. */
    public Uni<Void> take(Mutiny.StatelessSession session, String localParty, SeatCode seat) {
        return take(session, List.of(new PartySeat(localParty, seat)));
    }

    /** Waits for the turns of all of these, in an order that is the same for everybody. */
    public Uni<Void> take(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return Sql.rows(
                        session,
                        """
                        select count(pg_advisory_xact_lock(turn)) from (
                            select distinct hashtextextended(party || ' ' || seat, 0) as turn
                            from unnest(cast($1 as text[]), cast($2 as text[])) as place (party, seat)
                            order by turn) as turns
                        """,
                        places.stream().map(PartySeat::localParty).toArray(String[]::new),
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .replaceWithVoid();
    }
}
