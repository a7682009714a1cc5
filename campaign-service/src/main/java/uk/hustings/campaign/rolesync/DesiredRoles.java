package uk.hustings.campaign.rolesync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.rolesync.GroupSync.Wanted;

/** What the database wants of the groups in Keycloak. */
@ApplicationScoped
class DesiredRoles {

    /** Every local party that was asked for is in the answer. */
    Uni<Map<String, Wanted>> of(Mutiny.StatelessSession session, List<String> localParties) {
        return session.createNativeQuery("""
                        select p.id, (select string_agg(r.role, ' ') from role_to_carry r where r.local_party = p.id),
                            exists (select 1 from local_party_seat s where s.local_party = p.id)
                        from local_party p where p.id = any(cast(:parties as text[]))
                        """, Object[].class)
                .setParameter("parties", localParties.toArray(String[]::new))
                .getResultList()
                .map(rows -> {
                    Map<String, Wanted> wanted = new HashMap<>();
                    rows.forEach(row -> wanted.put((String) row[0], new Wanted(roles(row[1]), (Boolean) row[2])));
                    return wanted;
                });
    }

    /** What is wanted of a group, and when Keycloak was last told; null if it never was. */
    record Settled(Wanted wanted, Instant syncedAt) {}

    /** The database's clock. */
    Uni<Instant> now(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select now()", Object.class)
                .getSingleResult()
                .map(Backlog::instant);
    }

    /** The local parties about which Keycloak has nothing left to be told, and was told nothing since that moment. */
    Uni<Map<String, Settled>> settledBefore(Mutiny.StatelessSession session, Instant moment) {
        return session.createNativeQuery("""
                        select p.id, (select string_agg(r.role, ' ') from role_to_carry r where r.local_party = p.id),
                            exists (select 1 from local_party_seat s where s.local_party = p.id), y.synced_at
                        from local_party p left join role_sync y on y.local_party = p.id
                        where y.local_party is null
                            or y.wanted = y.synced and (y.synced_at is null or y.synced_at < cast(:moment as timestamptz))
                        """, Object[].class)
                .setParameter("moment", moment)
                .getResultList()
                .map(rows -> {
                    Map<String, Settled> settled = new HashMap<>();
                    rows.forEach(row -> settled.put(
                            (String) row[0],
                            new Settled(new Wanted(roles(row[1]), (Boolean) row[2]), Backlog.instant(row[3]))));
                    return settled;
                });
    }

    private static Set<String> roles(Object joined) {
        return joined == null ? Set.of() : Set.copyOf(Arrays.asList(((String) joined).split(" ")));
    }
}
