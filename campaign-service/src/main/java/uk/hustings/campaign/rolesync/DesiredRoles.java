package uk.hustings.campaign.rolesync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

    private static Set<String> roles(Object joined) {
        return joined == null ? Set.of() : Set.copyOf(Arrays.asList(((String) joined).split(" ")));
    }
}
