package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;

/** For how long the rule is held back for local parties in seats: notices, exemptions, openings in an emergency. */
@ApplicationScoped
class Respites {

    static final String NOTICE = "notice";
    static final String EXEMPTION = "exemption";
    static final String BREAK_GLASS = "break-glass";

    private static final String SELECT = """
            select r.decision_id, r.kind, r.local_party, r.seat_code, r.reason, r.until, r.opened, r.ended_by is null,
                coalesce(r.unconfirmed, false)
            from effective_respite r left join access_decision e on e.id = r.ended_by
            """;

    /** Those that run, and exemptions that ran to their end: what they covered is not weighed again. */
    static final String COUNTS = "(r.ended_by is null or r.kind = 'exemption' and e.decided_at >= r.until)";

    /**
     * One of them.
     *
     * @param decisionId the decision that gave it
     * @param opened the lock that an emergency opened; null otherwise
     * @param runs until it is ended by a decision, be its time over or not
     * @param unconfirmed whether it is an emergency opening that ends early because nobody has confirmed it
     */
    record Respite(
            UUID decisionId,
            String kind,
            String localParty,
            SeatCode seat,
            String reason,
            Instant until,
            UUID opened,
            boolean runs,
            boolean unconfirmed) {

        PartySeat place() {
            return new PartySeat(localParty, seat);
        }

        boolean isNotice() {
            return NOTICE.equals(kind);
        }

        private static Respite of(Object[] row) {
            return new Respite(
                    (UUID) row[0],
                    (String) row[1],
                    (String) row[2],
                    SeatCode.fromString((String) row[3]),
                    (String) row[4],
                    Times.instant(row[5]),
                    (UUID) row[6],
                    (Boolean) row[7],
                    (Boolean) row[8]);
        }
    }

    /** What counts in these places. */
    Uni<List<Respite>> of(Mutiny.StatelessSession session, Collection<PartySeat> places) {
        return session.createNativeQuery(SELECT + """
                        where (r.local_party, r.seat_code) in (
                            select * from unnest(cast(:parties as text[]), cast(:seats as text[]))) and\s""" + COUNTS, Object[].class)
                .setParameter(
                        "parties", places.stream().map(PartySeat::localParty).toArray(String[]::new))
                .setParameter(
                        "seats",
                        places.stream().map(place -> place.seat().value()).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(Respite::of).toList());
    }

    /** @return null if the decision gave none */
    Uni<Respite> find(Mutiny.StatelessSession session, UUID decision) {
        return session.createNativeQuery(SELECT + "where r.decision_id = :decision", Object[].class)
                .setParameter("decision", decision)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : Respite.of(row));
    }

    Uni<Void> add(Mutiny.StatelessSession session, AccessDecision decision, String kind) {
        return add(session, decision, kind, decision.until(), null);
    }

    /** An emergency opening ends a day after it began unless it is confirmed. */
    Uni<Void> addEmergency(Mutiny.StatelessSession session, AccessDecision decision) {
        Instant confirmBefore = EmergencyOpenings.confirmBefore(decision.decidedAt());
        return add(
                session,
                decision,
                BREAK_GLASS,
                confirmBefore.isBefore(decision.until()) ? confirmBefore : decision.until(),
                decision.lifts());
    }

    private static Uni<Void> add(
            Mutiny.StatelessSession session, AccessDecision decision, String kind, Instant until, UUID opened) {
        return session.createNativeQuery("""
                        insert into access_respite
                            (decision_id, kind, local_party, seat_code, reason, until, opened, until_if_confirmed)
                        values (:decision, :kind, :party, :seat, :reason, :until, cast(:opened as uuid), :untilIfConfirmed)
                        """)
                .setParameter("decision", decision.id())
                .setParameter("kind", kind)
                .setParameter("party", decision.localParty())
                .setParameter("seat", decision.seatCode().value())
                .setParameter("reason", decision.reason())
                .setParameter("until", until)
                .setParameter("opened", opened == null ? null : opened.toString())
                .setParameter("untilIfConfirmed", decision.until())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> end(Mutiny.StatelessSession session, UUID respite, UUID by) {
        return session.createNativeQuery(
                        "update access_respite set ended_by = :by where decision_id = :respite and ended_by is null")
                .setParameter("by", by)
                .setParameter("respite", respite)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A notice is over when the lock falls, or when it is not to fall. */
    Uni<Void> endNotice(Mutiny.StatelessSession session, String localParty, SeatCode seat, UUID by) {
        return session.createNativeQuery("""
                        update access_respite set ended_by = :by
                        where local_party = :party and seat_code = :seat and kind = 'notice' and ended_by is null
                        """)
                .setParameter("by", by)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
