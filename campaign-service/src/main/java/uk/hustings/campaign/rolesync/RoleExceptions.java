package uk.hustings.campaign.rolesync;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;

/** Roles that people took away in Keycloak by hand, and that are not given again until headquarters lifts it. */
@ApplicationScoped
class RoleExceptions {

    /** A role that stays away. */
    @Schema(name = "RoleException", description = "A role that a person took away in Keycloak and that stays away")
    public record View(
            UUID exceptionId,
            @Schema(examples = "exeter") String localParty,
            @Schema(examples = "seat:E14000698") String role,

            @Schema(description = "Id of the account that took it away in Keycloak")
            String removedBy,

            Instant removedAt,
            Instant adoptedAt) {}

    Uni<Void> adopt(Mutiny.StatelessSession session, String localParty, HandChanges.Removal removal) {
        return session.createNativeQuery("""
                        insert into role_exception (id, local_party, role, removed_at, removed_by)
                        values (:id, :party, :role, cast(:at as timestamptz), :by)
                        on conflict (local_party, role) where lifted_at is null do nothing
                        """)
                .setParameter("id", Ids.next())
                .setParameter("party", localParty)
                .setParameter("role", removal.role())
                .setParameter("at", removal.at())
                .setParameter("by", removal.by())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those that stand, oldest first. */
    Uni<List<View>> standing(Mutiny.StatelessSession session, UUID after, int most) {
        return session.createNativeQuery("""
                        select id, local_party, role, removed_by, removed_at, adopted_at from role_exception
                        where lifted_at is null and (cast(:after as uuid) is null or id > :after)
                        order by id limit :most
                        """, Object[].class)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new View(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                Backlog.instant(row[4]),
                                Backlog.instant(row[5])))
                        .toList());
    }

    /** @return the local party whose group may have the role again; null if no such exception stands */
    Uni<String> lift(Mutiny.StatelessSession session, UUID id, String by, String reason) {
        return session.createNativeQuery("""
                        update role_exception set lifted_at = now(), lifted_by = :by, lift_reason = :reason
                        where id = :id and lifted_at is null returning local_party
                        """, String.class)
                .setParameter("by", by)
                .setParameter("reason", reason)
                .setParameter("id", id)
                .getResultList()
                .map(parties -> parties.isEmpty() ? null : parties.get(0));
    }
}
