package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LiveLock;
import uk.hustings.access.LockSet;
import uk.hustings.campaign.contact.domain.PartySeat;

/** The locks that stand. Whoever changes one moves the feed on in the same transaction. */
@ApplicationScoped
public class Locks {

    static final String CHANNEL = "locks_changed";

    /** The locks in these places that have not been lifted, with where their local parties are twinned. */
    Uni<List<AccessLock>> find(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return session.createNativeQuery("""
                        select * from access_lock
                        where (local_party, seat_code) in (
                                select * from unnest(cast(:parties as text[]), cast(:seats as text[])))
                            and lifted_by is null
                        order by local_party, seat_code for update
                        """, AccessLock.class)
                .setParameter(
                        "parties", places.stream().map(PartySeat::localParty).toArray(String[]::new))
                .setParameter(
                        "seats",
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .getResultList()
                .chain(locks -> locks.isEmpty() ? Uni.createFrom().item(locks) : withTwins(session, locks));
    }

    /**
     * Makes a lock; the feed is yet to be moved on.
     *
     * @return false if another transaction locked the same local party and seat first
     */
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
                .map(added -> added > 0);
    }

    /** Lifts a lock that was found for update; the feed is yet to be moved on. */
    Uni<Void> lift(Mutiny.StatelessSession session, UUID lock, AccessDecision by) {
        return session.createNativeQuery("update access_lock set lifted_by = :by where decision_id = :lock")
                .setParameter("by", by.id())
                .setParameter("lock", lock)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** All locks and tombstones, or {@code known} itself if its version is still the newest. */
    Uni<LockSet> newest(Mutiny.StatelessSession session, LockSet known) {
        return session.createNativeQuery("select version from lock_feed", Long.class)
                .getSingleResult()
                .chain(version -> known != null && known.version() == version
                        ? Uni.createFrom().item(known)
                        : all(session).chain(locks -> Tombstones.lying(session)
                                .map(tombstones -> LockSet.of(version, locks, tombstones))));
    }

    private static Uni<List<LiveLock>> all(Mutiny.StatelessSession session) {
        return session.createSelectionQuery("from AccessLock where liftedBy is null", AccessLock.class)
                .getResultList()
                .chain(locks -> withTwins(session, locks))
                .map(locks -> locks.stream().map(AccessLock::live).toList());
    }

    private static Uni<List<AccessLock>> withTwins(Mutiny.StatelessSession session, List<AccessLock> locks) {
        return twins(session).map(twins -> locks.stream()
                .map(lock -> lock.twinnedWith(twins.get(lock.localParty())))
                .toList());
    }

    /** Of each local party that is twinned the first seat by code. */
    private static Uni<Map<String, String>> twins(Mutiny.StatelessSession session) {
        return session.createNativeQuery(
                        "select local_party, min(seat_code) from current_twin group by local_party", Object[].class)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
    }

    /**
     * What the feed tells has changed: a lock, a tombstone, a twinning. Last in the transaction: the feed's one row
     * makes all who change something take turns.
     */
    public static Uni<Void> moveFeed(Mutiny.StatelessSession session) {
        return session.createNativeQuery("update lock_feed set version = version + 1 returning version", Long.class)
                .getSingleResult()
                .chain(version -> session.createNativeQuery(
                                "select cast(pg_notify('" + CHANNEL + "', :version) as text)", String.class)
                        .setParameter("version", Long.toString(version))
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }
}
