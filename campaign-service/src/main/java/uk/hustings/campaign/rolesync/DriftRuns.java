package uk.hustings.campaign.rolesync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.campaign.rolesync.domain.Drift;

/** Comparisons of all groups in Keycloak with what they should carry, and what they found. */
@ApplicationScoped
class DriftRuns {

    static final String BY_ITSELF = "clock";

    private static final String LEASE = "2 minutes";
    private static final String COLUMNS = """
            select r.id, r.state, r.asked_by, r.asked_at, r.ended_at, r.compared, r.error, r.applied_by, r.applied_at,
                (select count(*) from drift d where d.run_id = r.id)
            from drift_run r
            """;

    /** One comparison. */
    @Schema(name = "DriftRun", description = "One comparison of all groups in Keycloak with what they should carry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            UUID runId,

            @Schema(
                    examples = "done",
                    description =
                            "waiting, running, done, failed; held when there were too many differences to act upon"
                                    + " before somebody has looked, applied after")
            String state,

            @Schema(examples = "hq", description = "clock if it fell due by itself")
            String askedBy,

            Instant askedAt,
            @Schema(nullable = true) Instant endedAt,

            @Schema(nullable = true, examples = "632", description = "How many groups were compared")
            Integer compared,

            @Schema(examples = "0") int differences,

            @Schema(nullable = true, description = "Why it failed")
            String error,

            @Schema(nullable = true) String appliedBy,
            @Schema(nullable = true) Instant appliedAt) {}

    /** One difference. */
    @Schema(name = "Drift", description = "One difference between a group in Keycloak and what it should carry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Schema(examples = "exeter") String localParty,

            @Schema(examples = "seat:E14000698", description = "Empty if the group is not there")
            String role,

            @Schema(examples = "missing", description = "missing, extra or no-group")
            String difference,

            @Schema(
                    examples = "healed",
                    description = "healed: told to Keycloak again; adopted: a person took it away, and it stays away;"
                            + " held: nothing was done")
            String action,

            @Schema(nullable = true, description = "Id of the account that took it away in Keycloak")
            String changedBy,

            @Schema(nullable = true) Instant changedAt) {}

    /** What the latest comparison that ended says to those who watch. */
    record Latest(int differences, boolean held) {}

    Uni<UUID> ask(Mutiny.StatelessSession session, String by) {
        UUID id = Ids.next();
        return session.createNativeQuery("insert into drift_run (id, asked_by) values (:id, :by)")
                .setParameter("id", id)
                .setParameter("by", by)
                .executeUpdate()
                .replaceWith(id);
    }

    Uni<Void> askIfDue(Mutiny.StatelessSession session, Duration every) {
        return session.createNativeQuery(
                        "select count(*) from drift_run where asked_at > now() - make_interval(secs => :every)",
                        Long.class)
                .setParameter("every", (double) every.toSeconds())
                .getSingleResult()
                .chain(recent -> recent > 0
                        ? Uni.createFrom().voidItem()
                        : ask(session, BY_ITSELF).replaceWithVoid());
    }

    /** The next comparison to make, or null; nobody else gets it until the lease has run out. */
    Uni<UUID> claim(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        update drift_run set state = 'running', leased_until = now() + interval '%s'
                        where id = (select id from drift_run
                            where state = 'waiting' or state = 'running' and leased_until <= now()
                            order by id limit 1 for update skip locked)
                        returning id
                        """.formatted(LEASE), UUID.class)
                .getResultList()
                .map(ids -> ids.isEmpty() ? null : ids.get(0));
    }

    Uni<Void> add(Mutiny.StatelessSession session, UUID run, Drift drift, String action, HandChanges.Removal removal) {
        return session.createNativeQuery("""
                        insert into drift (run_id, local_party, role, difference, action, changed_by, changed_at)
                        values (:run, :party, :role, :difference, :action, :by, cast(:at as timestamptz))
                        """)
                .setParameter("run", run)
                .setParameter("party", drift.localParty())
                .setParameter("role", drift.role())
                .setParameter("difference", drift.difference().code())
                .setParameter("action", action)
                .setParameter("by", removal == null ? null : removal.by())
                .setParameter("at", removal == null ? null : removal.at())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> end(Mutiny.StatelessSession session, UUID run, String state, Integer compared, String error) {
        return session.createNativeQuery("""
                        update drift_run set state = :state, ended_at = now(), leased_until = null,
                            compared = cast(:compared as integer), error = :error
                        where id = :run
                        """)
                .setParameter("state", state)
                .setParameter("compared", compared)
                .setParameter("error", error)
                .setParameter("run", run)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @return the local parties that were held; null if the comparison is not held */
    Uni<List<String>> apply(Mutiny.StatelessSession session, UUID run, String by) {
        return session.createNativeQuery("""
                        update drift_run set state = 'applied', applied_by = :by, applied_at = now()
                        where id = :run and state = 'held'
                        """)
                .setParameter("by", by)
                .setParameter("run", run)
                .executeUpdate()
                .chain(applied -> applied == 0
                        ? Uni.createFrom().nullItem()
                        : session.createNativeQuery("""
                                        update drift set action = 'healed' where run_id = :run and action = 'held'
                                        returning local_party
                                        """, String.class)
                                .setParameter("run", run)
                                .getResultList()
                                .map(parties -> parties.stream().distinct().toList()));
    }

    Uni<Latest> latest(Mutiny.StatelessSession session) {
        return session.createNativeQuery("""
                        select (select count(*) from drift d where d.run_id = r.id), r.state = 'held'
                        from drift_run r where r.state in ('done', 'held', 'applied') order by r.id desc limit 1
                        """, Object[].class)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? null
                        : new Latest(((Number) rows.get(0)[0]).intValue(), (Boolean) rows.get(0)[1]));
    }

    /** Newest first. */
    Uni<List<Run>> list(Mutiny.StatelessSession session, UUID before, int most) {
        return session.createNativeQuery(COLUMNS + """
                        where cast(:before as uuid) is null or r.id < :before order by r.id desc limit :most
                        """, Object[].class)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream().map(DriftRuns::run).toList());
    }

    /** Null if there is none. */
    Uni<Run> find(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(COLUMNS + " where r.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.isEmpty() ? null : run(rows.get(0)));
    }

    Uni<List<Item>> items(Mutiny.StatelessSession session, UUID run) {
        return session.createNativeQuery("""
                        select local_party, role, difference, action, changed_by, changed_at from drift
                        where run_id = :run order by local_party, role
                        """, Object[].class)
                .setParameter("run", run)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Item(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                Backlog.instant(row[5])))
                        .toList());
    }

    private static Run run(Object[] row) {
        return new Run(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                Backlog.instant(row[3]),
                Backlog.instant(row[4]),
                row[5] == null ? null : ((Number) row[5]).intValue(),
                ((Number) row[9]).intValue(),
                (String) row[6],
                (String) row[7],
                Backlog.instant(row[8]));
    }
}
