package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.campaign.member.domain.Membership.Change;

/** Who changed whose membership, when and why; written before Keycloak is told, confirmed after. Append-only. */
@ApplicationScoped
class MembershipRecord {

    /**
     * On whose word membership changes.
     *
     * @param by who made the change, the member itself where it accepts an invitation
     * @param askedBy who invited the member or asked for the key; null if there was no such person
     */
    record Authority(String by, String askedBy, String reason) {}

    /** @return ids of the rows, to be confirmed */
    Uni<List<UUID>> write(
            Mutiny.StatelessSession session,
            String localParty,
            String accountId,
            List<Change> changes,
            Authority authority,
            Instant now) {
        List<UUID> ids = new ArrayList<>();
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Change change : changes) {
            UUID id = Ids.next();
            ids.add(id);
            written = written.chain(() -> session.createNativeQuery("""
                            insert into membership_change
                                (id, local_party, account_id, change, changed_by, asked_by, changed_at, reason)
                            values (:id, :party, :account, :change, :by, cast(:asked as text), :now, :reason)
                            """)
                    .setParameter("id", id)
                    .setParameter("party", localParty)
                    .setParameter("account", accountId)
                    .setParameter("change", change.code())
                    .setParameter("by", authority.by())
                    .setParameter("asked", authority.askedBy())
                    .setParameter("now", now)
                    .setParameter("reason", authority.reason())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return written.replaceWith(ids);
    }

    Uni<Void> confirm(Mutiny.StatelessSession session, List<UUID> ids, Instant now) {
        return session.createNativeQuery("""
                        insert into membership_confirmation (change_id, confirmed_at)
                        select change, cast(:now as timestamptz) from unnest(cast(:ids as uuid[])) change
                        """)
                .setParameter("now", now)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
