package uk.hustings.campaign.rolesync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.access.Tombstones;

/**
 * The outbox: which local parties' groups in Keycloak are to be looked at. One row a local party, counting what was
 * wanted against what was done, so that no order of work can leave an old state behind.
 */
@ApplicationScoped
public class RoleSyncRequests {

    static final String CHANNEL = "role_sync_wanted";

    /** Advisory lock of those who take a reserved group: they take turns. */
    private static final long RESERVING = 0x7273_7276L;

    private static final String DUE = """
            wanted > synced and dead_since is null and next_attempt_at <= now()
            and (leased_until is null or leased_until <= now())
            """;

    private final Tombstones tombstones;
    private final RoleSyncConfig config;

    RoleSyncRequests(Tombstones tombstones, RoleSyncConfig config) {
        this.tombstones = tombstones;
        this.config = config;
    }

    /**
     * A claimed row.
     *
     * @param attempts this one included
     * @param groupId where the group was last seen; null if it never was
     */
    record Claim(String localParty, long wanted, int attempts, int refusals, String groupId) {}

    /** A claim that was worked off, and the group it ended at; null if the local party neither has nor needs one. */
    record Done(Claim claim, String groupId) {}

    /** In which order work is taken. With workers in both, neither a great wave nor who comes alone is starved. */
    enum Lane {
        SMALLEST_WAVE_FIRST("wave, next_attempt_at"),
        LONGEST_DUE_FIRST("next_attempt_at, wave");

        private final String order;

        Lane(String order) {
            this.order = order;
        }
    }

    /**
     * Asks, in the caller's transaction, that these groups be made equal to what the database wants. A request that was
     * given up is taken up again.
     */
    public Uni<Void> request(Mutiny.StatelessSession session, List<String> localParties) {
        if (localParties.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into role_sync (local_party, wanted, wave)
                        select party, 1, :wave from unnest(cast(:parties as text[])) party group by party order by party
                        on conflict (local_party) do update
                            set wanted = role_sync.wanted + 1, next_attempt_at = now(), attempts = 0, refusals = 0,
                                dead_since = null, wave = excluded.wave
                        """)
                .setParameter("wave", localParties.size())
                .setParameter("parties", localParties.toArray(String[]::new))
                .executeUpdate()
                .chain(() -> wake(session));
    }

    /**
     * Has dead letters tried again.
     *
     * @param localParty null for all
     * @return how many there were
     */
    Uni<Integer> replay(Mutiny.StatelessSession session, String localParty) {
        return session.createNativeQuery("""
                        update role_sync set dead_since = null, attempts = 0, refusals = 0, next_attempt_at = now()
                        where dead_since is not null and (cast(:party as text) is null or local_party = :party)
                        """)
                .setParameter("party", localParty)
                .executeUpdate()
                .call(() -> wake(session));
    }

    /** Takes work that is due; nobody else gets it until it is done, has failed, or the lease has run out. */
    Uni<List<Claim>> claim(Mutiny.StatelessSession session, Lane lane) {
        return session.createNativeQuery("""
                        update role_sync set leased_until = now() + make_interval(secs => :lease), attempts = attempts + 1
                        where local_party in (
                            select local_party from role_sync where %s order by %s limit :most for update skip locked)
                        returning local_party, wanted, attempts, refusals, group_id
                        """.formatted(DUE, lane.order), Object[].class)
                .setParameter("lease", (double) config.lease().toSeconds())
                .setParameter("most", config.round())
                .getResultList()
                .map(rows -> rows.stream().map(RoleSyncRequests::claim).toList());
    }

    /** Gives back what there was no time for. */
    Uni<Void> release(Mutiny.StatelessSession session, List<Claim> claims) {
        return session.createNativeQuery("""
                        update role_sync set leased_until = null, attempts = greatest(attempts - 1, 0)
                        where local_party in (
                            select local_party from role_sync where local_party = any(cast(:parties as text[]))
                            order by local_party for update)
                        """)
                .setParameter("parties", claims.stream().map(Claim::localParty).toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Keycloak has been told; where nobody has asked for more meanwhile, tombstones may begin to end. */
    Uni<Void> done(Mutiny.StatelessSession session, List<Done> done) {
        return session.createNativeQuery("""
                        with held as materialized (
                            select local_party from role_sync where local_party = any(cast(:parties as text[]))
                            order by local_party for update)
                        update role_sync set synced = greatest(synced, d.seen), attempts = 0, refusals = 0,
                            last_error = null, failing_since = null, leased_until = null, synced_at = now(),
                            group_id = d.group_id
                        from unnest(cast(:parties as text[]), cast(:seen as bigint[]), cast(:groups as text[]))
                            as d (party, seen, group_id)
                        where local_party = d.party and local_party in (select local_party from held)
                        returning case when wanted = synced then local_party end
                        """, String.class)
                .setParameter(
                        "parties",
                        done.stream().map(one -> one.claim().localParty()).toArray(String[]::new))
                .setParameter(
                        "seen", done.stream().map(one -> one.claim().wanted()).toArray(Long[]::new))
                .setParameter("groups", done.stream().map(Done::groupId).toArray(String[]::new))
                .getResultList()
                .chain(settled -> tombstones.seatsAreTold(
                        session, settled.stream().filter(party -> party != null).toList()));
    }

    /** What was asked for meanwhile neither waits nor dies with this claim. */
    Uni<Void> failed(
            Mutiny.StatelessSession session, Claim claim, String error, int refusals, Duration wait, boolean dead) {
        return session.createNativeQuery("""
                        update role_sync set last_error = :error, leased_until = null, refusals = :refusals,
                            failing_since = coalesce(failing_since, now()),
                            next_attempt_at = case when wanted = :seen
                                then now() + make_interval(secs => :seconds) else next_attempt_at end,
                            dead_since = case when wanted = :seen and :dead then now() end
                        where local_party = :party
                        """)
                .setParameter("error", error)
                .setParameter("refusals", refusals)
                .setParameter("seen", claim.wanted())
                .setParameter("seconds", wait.toMillis() / 1000.0)
                .setParameter("dead", dead)
                .setParameter("party", claim.localParty())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The number of the group reserved for a local party that has none; the same whenever it is asked for. */
    Uni<Integer> reserve(Mutiny.StatelessSession session, String localParty) {
        return session.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)", String.class)
                .setParameter("lock", RESERVING)
                .getSingleResultOrNull()
                .chain(() -> session.createNativeQuery("""
                                insert into reserved_group (number, local_party)
                                select coalesce(max(number), 0) + 1, :party from reserved_group
                                having not exists (select 1 from reserved_group where local_party = :party)
                                """)
                        .setParameter("party", localParty)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(
                                "select number from reserved_group where local_party = :party", Integer.class)
                        .setParameter("party", localParty)
                        .getSingleResult());
    }

    private static Uni<Void> wake(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select cast(pg_notify('" + CHANNEL + "', '') as text)", String.class)
                .getSingleResultOrNull()
                .replaceWithVoid();
    }

    private static Claim claim(Object[] row) {
        return new Claim(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).intValue(),
                ((Number) row[3]).intValue(),
                (String) row[4]);
    }
}
