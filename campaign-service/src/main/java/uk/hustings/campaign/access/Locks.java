package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LockSet;
import uk.hustings.api.id.SeatCode;

/** The locks that stand. Whoever changes one moves the feed on in the same transaction. */
@ApplicationScoped
public class Locks {

    static final String CHANNEL = "locks_changed";

    /** The lock on a local party in a seat, held until the transaction ends; null if none stands. */
    Uni<AccessLock> find(Mutiny.StatelessSession session, String localParty, SeatCode seat) {
        return session.createNativeQuery("""
                        select * from access_lock
                        where local_party = :party and seat_code = :seat and lifted_by is null for update
                        """, AccessLock.class)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .getSingleResultOrNull();
    }

    /** @return false if another transaction locked the same local party and seat first */
    Uni<Boolean> add(Mutiny.StatelessSession session, AccessDecision decision) {
        return session.createNativeQuery("""
                        insert into access_lock (decision_id, local_party, seat_code, reason, since, until)
                        values (:decision, :party, :seat, :reason, :since, :until)
                        on conflict (local_party, seat_code) where lifted_by is null do nothing
                        """)
                .setParameter("decision", decision.id())
                .setParameter("party", decision.localParty())
                .setParameter("seat", decision.seatCode().value())
                .setParameter("reason", decision.reason())
                .setParameter("since", decision.decidedAt())
                .setParameter("until", decision.until())
                .executeUpdate()
                .chain(added -> added == 0
                        ? Uni.createFrom().item(false)
                        : moveFeed(session).replaceWith(true));
    }

    Uni<Void> lift(Mutiny.StatelessSession session, AccessLock lock, AccessDecision by) {
        return session.createNativeQuery("update access_lock set lifted_by = :by where decision_id = :lock")
                .setParameter("by", by.id())
                .setParameter("lock", lock.decisionId())
                .executeUpdate()
                .chain(() -> moveFeed(session));
    }

    /** All locks, or {@code known} itself if its version is still the newest. */
    Uni<LockSet> newest(Mutiny.StatelessSession session, LockSet known) {
        return session.createNativeQuery("select version from lock_feed", Long.class)
                .getSingleResult()
                .chain(version -> known != null && known.version() == version
                        ? Uni.createFrom().item(known)
                        : all(session)
                                .map(locks -> LockSet.of(
                                        version,
                                        locks.stream().map(AccessLock::live).toList())));
    }

    private static Uni<List<AccessLock>> all(Mutiny.StatelessSession session) {
        return session.createSelectionQuery("from AccessLock where liftedBy is null", AccessLock.class)
                .getResultList();
    }

    /** What the feed tells has changed in this transaction. Last in it, as {@link #moveFeed} says. */
    public static Uni<Void> changed(Mutiny.StatelessSession session) {
        return moveFeed(session);
    }

    /** Last in the transaction: the feed's one row makes all who change locks take turns. */
    static Uni<Void> moveFeed(Mutiny.StatelessSession session) {
        return session.createNativeQuery("update lock_feed set version = version + 1 returning version", Long.class)
                .getSingleResult()
                .chain(version -> session.createNativeQuery(
                                "select cast(pg_notify('" + CHANNEL + "', :version) as text)", String.class)
                        .setParameter("version", Long.toString(version))
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }
}
