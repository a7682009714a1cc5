package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;

/** Every decision ever made, oldest first by id. */
@ApplicationScoped
class Decisions {

    Uni<AccessDecision> add(Mutiny.StatelessSession session, AccessDecision decision) {
        return session.insert(decision).replaceWith(decision);
    }

    Uni<AccessDecision> get(Mutiny.StatelessSession session, UUID id) {
        return session.get(AccessDecision.class, id);
    }

    /** The newest restoration that still exempts from the limit; null if there is none. */
    Uni<AccessDecision> exemption(Mutiny.StatelessSession session, String localParty, SeatCode seat, Instant now) {
        return session.createSelectionQuery("""
                        from AccessDecision where localParty = :party and seatCode = :seat
                            and outcome = 'restored' and until > :now
                        order by id desc
                        """, AccessDecision.class)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .setParameter("now", now)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    /** The warning given for a week; null if none was. */
    Uni<AccessDecision> warning(
            Mutiny.StatelessSession session, String localParty, SeatCode seat, LocalDate weekStart) {
        return session.createSelectionQuery("""
                        from AccessDecision where localParty = :party and seatCode = :seat
                            and outcome = 'warned' and weekStart = :week
                        order by id desc
                        """, AccessDecision.class)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .setParameter("week", weekStart)
                .setMaxResults(1)
                .getSingleResultOrNull();
    }

    /**
     * Newest first.
     *
     * @param localParty null for any
     * @param seats null for any
     * @param before id to go on after; null to begin
     */
    Uni<List<AccessDecision>> list(
            Mutiny.StatelessSession session, String localParty, List<String> seats, UUID before, int most) {
        String query = "from AccessDecision where 1 = 1"
                + (localParty == null ? "" : " and localParty = :party")
                + (seats == null ? "" : " and seatCode in :seats")
                + (before == null ? "" : " and id < :before")
                + " order by id desc";
        Mutiny.SelectionQuery<AccessDecision> selection = session.createSelectionQuery(query, AccessDecision.class);
        if (localParty != null) {
            selection.setParameter("party", localParty);
        }
        if (seats != null) {
            selection.setParameter("seats", seats);
        }
        if (before != null) {
            selection.setParameter("before", before);
        }
        return selection.setMaxResults(most).getResultList();
    }
}
