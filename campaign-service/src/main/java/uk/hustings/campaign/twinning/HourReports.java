package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hours that donors worked, and reports of them that were taken back. Nothing is ever changed or deleted. */
@ApplicationScoped
class HourReports {

    Uni<Void> add(
            Mutiny.StatelessSession session,
            UUID report,
            UUID twinning,
            DeliveredHours.Report delivered,
            String by,
            Instant now) {
        return session.createNativeQuery("""
                        insert into twinning_hours (id, twinning_id, day, hours, reported_by, reported_at)
                        values (:id, :twinning, :day, :hours, :by, :now)
                        """)
                .setParameter("id", report)
                .setParameter("twinning", twinning)
                .setParameter("day", delivered.day())
                .setParameter("hours", delivered.hours())
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @return false if it is withdrawn already */
    Uni<Boolean> withdraw(Mutiny.StatelessSession session, UUID report, String reason, String by, Instant now) {
        return session.createNativeQuery("""
                        insert into twinning_hours_withdrawal (report_id, reason, withdrawn_by, withdrawn_at)
                        values (:id, :reason, :by, :now) on conflict do nothing
                        """)
                .setParameter("id", report)
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .map(added -> added == 1);
    }

    Uni<Boolean> exists(Mutiny.StatelessSession session, UUID twinning, UUID report) {
        return session.createNativeQuery(
                        "select exists (select 1 from twinning_hours where id = :id and twinning_id = :twinning)",
                        Boolean.class)
                .setParameter("id", report)
                .setParameter("twinning", twinning)
                .getSingleResult();
    }

    /** Oldest first, those withdrawn among them. */
    Uni<List<DeliveredHours>> of(Mutiny.StatelessSession session, UUID twinning) {
        return session.createNativeQuery("""
                        select h.id, h.day, h.hours, h.reported_by, h.reported_at, w.withdrawn_by, w.reason
                        from twinning_hours h left join twinning_hours_withdrawal w on w.report_id = h.id
                        where h.twinning_id = :twinning order by h.id
                        """, Object[].class)
                .setParameter("twinning", twinning)
                .getResultList()
                .map(rows -> rows.stream().map(HourReports::delivered).toList());
    }

    /** What was delivered, less what was withdrawn; a twinning without hours is left out. */
    Uni<Map<UUID, BigDecimal>> sums(Mutiny.StatelessSession session, Collection<UUID> twinnings) {
        if (twinnings.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("""
                        select h.twinning_id, sum(h.hours) from twinning_hours h
                        where h.twinning_id in :twinnings
                            and not exists (select 1 from twinning_hours_withdrawal w where w.report_id = h.id)
                        group by h.twinning_id
                        """, Object[].class)
                .setParameter("twinnings", twinnings)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toUnmodifiableMap(row -> (UUID) row[0], row -> (BigDecimal) row[1])));
    }

    private static DeliveredHours delivered(Object[] row) {
        return new DeliveredHours(
                (UUID) row[0],
                row[1] instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) row[1],
                (BigDecimal) row[2],
                (String) row[3],
                row[4] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
