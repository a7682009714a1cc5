package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.access.AccessDesk;
import uk.hustings.campaign.access.Locks;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/** What the beginning and the end of a twinning do to the role of its donor in the target seat. */
@ApplicationScoped
class TwinGrants {

    private final RoleSyncRequests roleSync;
    private final Tombstones tombstones;
    private final AccessDesk access;

    TwinGrants(RoleSyncRequests roleSync, Tombstones tombstones, AccessDesk access) {
        this.access = access;
        this.roleSync = roleSync;
        this.tombstones = tombstones;
    }

    /** The twinning is in force since this transaction. */
    Uni<Void> begun(Mutiny.StatelessSession session, Twinning twinning) {
        return roleSync.request(session, List.of(twinning.donor()))
                .chain(() -> tombstones.digOut(session, twinning.donor(), twinning.target()))
                .chain(() -> access.judgeAgain(session, twinning.place()))
                .chain(() -> Locks.moveFeed(session));
    }

    /** The twinning is no longer in force; the role goes with the last one that granted it. The caller holds the donor. */
    Uni<Void> over(Mutiny.StatelessSession session, Twinning twinning, String reason) {
        return stillGranted(session, twinning)
                .chain(granted -> granted
                        ? Uni.createFrom().voidItem()
                        : roleSync.request(session, List.of(twinning.donor()))
                                .chain(() -> tombstones.bury(session, twinning.donor(), twinning.target(), reason))
                                .chain(() -> access.judgeAgain(session, twinning.place()))
                                .chain(() -> Locks.moveFeed(session)));
    }

    /** By another twinning, or because the seat has become the donor's own. */
    private static Uni<Boolean> stillGranted(Mutiny.StatelessSession session, Twinning twinning) {
        return session.createNativeQuery("""
                        select exists (select 1 from current_twin where local_party = :donor and seat_code = :target)
                            or exists (
                                select 1 from local_party_seat where local_party = :donor and seat_code = :target)
                        """, Boolean.class)
                .setParameter("donor", twinning.donor())
                .setParameter("target", twinning.target().value())
                .getSingleResult();
    }
}
