package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** All twinnings that ever were. Whoever changes one holds the donor's row, so that all who do take turns. */
@ApplicationScoped
class Twinnings {

    /**
     * Which twinnings are wanted; null is any.
     *
     * @param on a day of the period
     */
    record Wanted(String donor, SeatCode target, TwinningStatus status, LocalDate on) {}

    /** Whose twinnings may be seen: those of a donor or in a target of these. */
    record Sight(List<String> donors, List<String> targets) {

        /** Nothing is hidden. */
        static final Sight EVERYTHING = new Sight(null, null);

        boolean all() {
            return donors == null;
        }
    }

    /** Makes whoever else changes twinnings of these donors wait until this transaction ends. */
    Uni<Void> hold(Mutiny.StatelessSession session, Collection<String> donors) {
        // Rows that refer to a local party are added meanwhile: its key does not change.
        return session.createNativeQuery(
                        "select id from local_party where id in :donors order by id for no key update", String.class)
                .setParameter("donors", donors)
                .getResultList()
                .replaceWithVoid();
    }

    /** Which of these donors were merged into another local party. The caller holds them. */
    Uni<List<String>> merged(Mutiny.StatelessSession session, Collection<String> donors) {
        return session.createNativeQuery(
                        "select id from local_party where id in :donors and merged_into is not null order by id",
                        String.class)
                .setParameter("donors", donors)
                .getResultList();
    }

    /** @return null if there is none */
    Uni<Twinning> find(Mutiny.StatelessSession session, UUID id) {
        return session.createSelectionQuery("from Twinning where id = :id", Twinning.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    /** Open proposals of these donors. The caller holds them. */
    Uni<List<Twinning>> openProposals(Mutiny.StatelessSession session, Collection<String> donors) {
        return session.createSelectionQuery(
                        "from Twinning where status = 'proposed' and donor in :donors order by id", Twinning.class)
                .setParameter("donors", donors)
                .getResultList();
    }

    /** Proposed or accepted, of this donor. The caller holds it. */
    Uni<List<Twinning>> openOf(Mutiny.StatelessSession session, String donor) {
        return session.createSelectionQuery(
                        "from Twinning where status in ('proposed', 'accepted') and donor = :donor order by id",
                        Twinning.class)
                .setParameter("donor", donor)
                .getResultList();
    }

    /** Proposed or accepted, of any donor. */
    Uni<List<Twinning>> open(Mutiny.StatelessSession session) {
        return session.createSelectionQuery(
                        "from Twinning where status in ('proposed', 'accepted') order by startsOn, id", Twinning.class)
                .getResultList();
    }

    /** What has to begin or to end by itself. */
    Uni<List<Twinning>> due(Mutiny.StatelessSession session, LocalDate today, int most) {
        return session.createSelectionQuery("""
                        from Twinning where status in ('proposed', 'accepted') and endsOn < :today
                            or status = 'accepted' and inForce = false and startsOn <= :today
                        order by id
                        """, Twinning.class)
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }

    /** The caller holds the donors. */
    Uni<Void> add(Mutiny.StatelessSession session, List<Twinning> twinnings) {
        List<TwinningEvent> events =
                twinnings.stream().map(TwinningEvent::proposed).toList();
        return session.insertMultiple(twinnings).chain(() -> session.insertMultiple(events));
    }

    /** The caller holds the donor. */
    Uni<Void> change(
            Mutiny.StatelessSession session,
            Twinning twinning,
            TwinningStatus status,
            boolean inForce,
            String by,
            Instant now,
            String reason) {
        return session.createNativeQuery("""
                        update twinning set status = :status, in_force = :inForce, status_by = :by, status_at = :now,
                            status_reason = :reason
                        where id = :id
                        """)
                .setParameter("status", status.code())
                .setParameter("inForce", inForce)
                .setParameter("by", by)
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("id", twinning.id())
                .executeUpdate()
                .chain(() -> session.insert(TwinningEvent.of(twinning.id(), status, by, now, reason)));
    }

    /** An accepted twinning whose first day has come. The caller holds the donor. */
    Uni<Void> begin(Mutiny.StatelessSession session, Twinning twinning) {
        return session.createNativeQuery("update twinning set in_force = true where id = :id")
                .setParameter("id", twinning.id())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Newest first. */
    Uni<List<Twinning>> list(Mutiny.StatelessSession session, Wanted wanted, Sight sight, UUID before, int most) {
        String query = "from Twinning where 1 = 1"
                + (wanted.donor() == null ? "" : " and donor = :donor")
                + (wanted.target() == null ? "" : " and target = :target")
                + (wanted.status() == null ? "" : " and status = :status")
                + (wanted.on() == null ? "" : " and startsOn <= :on and endsOn >= :on")
                + (sight.all() ? "" : " and (donor in :donors or target in :targets)")
                + (before == null ? "" : " and id < :before")
                + " order by id desc";
        Mutiny.SelectionQuery<Twinning> selection = session.createSelectionQuery(query, Twinning.class);
        if (wanted.donor() != null) {
            selection.setParameter("donor", wanted.donor());
        }
        if (wanted.target() != null) {
            selection.setParameter("target", wanted.target().value());
        }
        if (wanted.status() != null) {
            selection.setParameter("status", wanted.status().code());
        }
        if (wanted.on() != null) {
            selection.setParameter("on", wanted.on());
        }
        if (!sight.all()) {
            selection.setParameter("donors", sight.donors()).setParameter("targets", sight.targets());
        }
        if (before != null) {
            selection.setParameter("before", before);
        }
        return selection.setMaxResults(most).getResultList();
    }

    /** Oldest first. */
    Uni<List<TwinningView.Event>> history(Mutiny.StatelessSession session, UUID id) {
        return session.createSelectionQuery(
                        "from TwinningEvent where twinningId = :id order by id", TwinningEvent.class)
                .setParameter("id", id)
                .getResultList()
                .map(events -> events.stream().map(TwinningEvent::view).toList());
    }
}
