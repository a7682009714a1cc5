package uk.hustings.campaign.rolesync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The outbox: which local parties' groups in Keycloak are to be looked at. One row a local party, counting what was
 * wanted against what was done, so that no order of work can leave an old state behind.
 */
@ApplicationScoped
public class RoleSyncRequests {

    static final String CHANNEL = "role_sync_wanted";

    /** A worker that died gives its work back after this long. */
    private static final String LEASE = "10 seconds";

    /** A claimed row. */
    record Claim(String localParty, long wanted, int attempts) {}

    /** Asks, in the caller's transaction, that these groups be made equal to what the database wants. */
    public Uni<Void> request(Mutiny.StatelessSession session, List<String> localParties) {
        if (localParties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into role_sync (local_party, wanted)
                        select party, 1 from unnest(cast(:parties as text[])) party order by party
                        on conflict (local_party) do update
                            set wanted = role_sync.wanted + 1, next_attempt_at = now(), attempts = 0
                        """)
                .setParameter("parties", localParties.toArray(String[]::new))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select cast(pg_notify('" + CHANNEL + "', '') as text)", String.class)
                        .getSingleResultOrNull())
                .replaceWithVoid();
    }

    /**
     * Takes work that is due; nobody else gets it until it is done, has failed, or the lease has run out. A group that
     * was asked for only once is new; it lets those pass about which something was decided since.
     */
    Uni<List<Claim>> claim(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery("""
                        update role_sync set leased_until = now() + interval '%s', attempts = attempts + 1
                        where local_party in (
                            select local_party from role_sync
                            where wanted > synced and next_attempt_at <= now()
                                and (leased_until is null or leased_until <= now())
                            order by wanted = 1, next_attempt_at limit :most for update skip locked)
                        returning local_party, wanted, attempts
                        """.formatted(LEASE), Object[].class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row ->
                                new Claim((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).intValue()))
                        .toList());
    }

    Uni<Integer> done(Mutiny.StatelessSession session, List<Claim> claims) {
        return session.createNativeQuery("""
                        update role_sync set synced = greatest(synced, c.seen), attempts = 0, last_error = null,
                            leased_until = null
                        from unnest(cast(:parties as text[]), cast(:seen as bigint[])) as c (party, seen)
                        where local_party = c.party
                        """)
                .setParameter("parties", claims.stream().map(Claim::localParty).toArray(String[]::new))
                .setParameter("seen", claims.stream().map(Claim::wanted).toArray(Long[]::new))
                .executeUpdate();
    }

    Uni<Integer> failed(Mutiny.StatelessSession session, Claim claim, String error, int retrySeconds) {
        return session.createNativeQuery("""
                        update role_sync set last_error = :error, leased_until = null,
                            next_attempt_at = now() + make_interval(secs => :seconds)
                        where local_party = :party
                        """)
                .setParameter("error", error)
                .setParameter("seconds", (double) retrySeconds)
                .setParameter("party", claim.localParty())
                .executeUpdate();
    }

    /** What is not yet done, next first. */
    Uni<List<RoleSyncResource.Waiting>> waiting(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select local_party, attempts, next_attempt_at, last_error from role_sync
                        where wanted > synced order by wanted = 1, next_attempt_at, local_party
                        """, Object[].class).getResultList().map(rows -> rows.stream()
                .map(row -> new RoleSyncResource.Waiting(
                        (String) row[0], ((Number) row[1]).intValue(), instant(row[2]), (String) row[3]))
                .toList());
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }
}
