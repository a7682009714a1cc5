package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;

/**
 * Grants that ended while tokens that carry them live on. Whoever ends a grant buries it in the same transaction and
 * asks for a role sync; whoever grants it again digs it out.
 */
@ApplicationScoped
public class Tombstones {

    /** The local party has lost this seat: its own, or one that it was twinned with. */
    public Uni<Void> bury(Mutiny.StatelessSession session, String localParty, SeatCode seat, String reason) {
        return insert(session, localParty, seat.value(), null, reason);
    }

    /** This account has left the local party. */
    public Uni<Void> buryMember(Mutiny.StatelessSession session, String localParty, String subject, String reason) {
        return insert(session, localParty, null, subject, reason);
    }

    /** The local party has the seat again. */
    public Uni<Void> digOut(Mutiny.StatelessSession session, String localParty, SeatCode seat) {
        return session.createNativeQuery("delete from tombstone where local_party = :party and seat_code = :seat")
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .executeUpdate()
                .chain(() -> Locks.moveFeed(session));
    }

    private static Uni<Void> insert(
            Mutiny.StatelessSession session, String localParty, String seat, String subject, String reason) {
        return session.createNativeQuery("""
                        insert into tombstone (id, local_party, seat_code, subject, reason)
                        values (:id, :party, cast(:seat as text), cast(:subject as text), :reason)
                        """)
                .setParameter("id", Ids.next())
                .setParameter("party", localParty)
                .setParameter("seat", seat)
                .setParameter("subject", subject)
                .setParameter("reason", reason)
                .executeUpdate()
                .chain(() -> Locks.moveFeed(session));
    }
}
