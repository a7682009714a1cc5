package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;

/** Reads batches as they stand and what was done with them. */
@ApplicationScoped
class BatchHistory {

    private static final String BATCHES = """
            select b.id, b.local_party, b.seat_code, b.source_batch_id,
                   case when w.batch_id is not null then 'withdrawn' when v.revision > 0 then 'corrected'
                        else 'recorded' end,
                   v.revision, b.reported_by, b.reported_at, t.first_day, t.last_day, t.lines, t.contacts
            from contact_batch b
            left join batch_withdrawal w on w.batch_id = b.id
            cross join lateral (
                select coalesce(max(r.revision), 0) as revision from batch_revision r where r.batch_id = b.id) v
            cross join lateral (
                select min(c.day) as first_day, max(c.day) as last_day, count(*) as lines, sum(c.contacts) as contacts
                from contact_count c where c.batch_id = b.id and c.revision = v.revision) t
            """;

    /** What a condition on a status is. */
    private static final Map<String, String> STATUS = Map.of(
            ContactBatchSummary.RECORDED, "w.batch_id is null and v.revision = 0",
            ContactBatchSummary.CORRECTED, "w.batch_id is null and v.revision > 0",
            ContactBatchSummary.WITHDRAWN, "w.batch_id is not null");

    private final ContactLines lines;

    BatchHistory(ContactLines lines) {
        this.lines = lines;
    }

    /**
     * Which batches are wanted.
     *
     * @param seats where the caller may read
     * @param from null for any; a batch counts that has a line of the span
     * @param after id of the last one seen; null for the first page
     */
    record Wanted(
            List<String> seats,
            String localParty,
            LocalDate from,
            LocalDate to,
            String sourceBatchId,
            String status,
            UUID after) {}

    /** Newest first. */
    Uni<List<ContactBatchSummary>> list(Mutiny.StatelessSession session, Wanted wanted, int most) {
        StringBuilder where = new StringBuilder("where b.seat_code = any(cast(:seats as text[]))");
        and(where, wanted.localParty(), "b.local_party = :party");
        and(where, wanted.sourceBatchId(), "b.source_batch_id = :source");
        and(where, wanted.after(), "b.id < :after");
        and(where, wanted.status(), STATUS.getOrDefault(wanted.status() == null ? "" : wanted.status(), "true"));
        and(
                where,
                wanted.from() == null ? wanted.to() : wanted.from(),
                "exists (select 1 from contact_count d where d.batch_id = b.id and d.revision = v.revision"
                        + " and d.day between :from and :to)");
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(
                        BATCHES + where + " order by b.id desc limit :most", Object[].class)
                .setParameter("seats", wanted.seats().toArray(String[]::new))
                .setParameter("most", most);
        set(query, "party", wanted.localParty());
        set(query, "source", wanted.sourceBatchId());
        set(query, "after", wanted.after());
        if (wanted.from() != null || wanted.to() != null) {
            set(query, "from", wanted.from() == null ? LocalDate.EPOCH : wanted.from());
            set(query, "to", wanted.to() == null ? LocalDate.of(9999, 12, 31) : wanted.to());
        }
        return query.getResultList()
                .map(rows -> rows.stream().map(BatchHistory::summary).toList());
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such batch in this seat */
    Uni<ContactBatchSummary> summary(Mutiny.StatelessSession session, SeatCode seat, UUID id) {
        return session.createNativeQuery(BATCHES + " where b.id = :id and b.seat_code = :seat", Object[].class)
                .setParameter("id", id)
                .setParameter("seat", seat.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(ContactBatches::notFound)
                .map(BatchHistory::summary);
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such batch in this seat */
    Uni<ContactBatchView> of(Mutiny.StatelessSession session, SeatCode seat, UUID id) {
        return summary(session, seat, id)
                .chain(batch -> lines.find(session, id, batch.revision(), 0, ContactBatchView.MOST_LINES)
                        .chain(found -> changes(session, id)
                                .map(history -> ContactBatchView.of(
                                        batch,
                                        found.stream()
                                                .map(line -> ContactBatch.Count.of(line.count()))
                                                .toList(),
                                        history))));
    }

    private static Uni<List<ContactBatchView.Change>> changes(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery("""
                        with sums as (select revision, count(*) as lines, sum(contacts) as contacts
                                      from contact_count where batch_id = :id group by revision)
                        select 'reported', 0, b.reported_by, b.reported_at, cast(null as text), s.lines, s.contacts
                        from contact_batch b join sums s on s.revision = 0 where b.id = :id
                        union all
                        select 'corrected', r.revision, r.revised_by, r.revised_at, r.reason, s.lines, s.contacts
                        from batch_revision r join sums s on s.revision = r.revision where r.batch_id = :id
                        union all
                        select 'withdrawn', cast(null as int), w.withdrawn_by, w.withdrawn_at, w.reason, 0, 0
                        from batch_withdrawal w where w.batch_id = :id
                        order by 2 nulls last
                        """, Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> {
                    List<ContactBatchView.Change> changes = new ArrayList<>();
                    for (Object[] row : rows) {
                        changes.add(new ContactBatchView.Change(
                                (String) row[0],
                                row[1] == null ? null : ((Number) row[1]).intValue(),
                                (String) row[2],
                                instant(row[3]),
                                (String) row[4],
                                ((Number) row[5]).intValue(),
                                ((Number) row[6]).longValue()));
                    }
                    return changes;
                });
    }

    private static ContactBatchSummary summary(Object[] row) {
        return new ContactBatchSummary(
                (UUID) row[0],
                (String) row[1],
                new SeatCode((String) row[2]),
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6],
                instant(row[7]),
                (LocalDate) row[8],
                (LocalDate) row[9],
                ((Number) row[10]).intValue(),
                ((Number) row[11]).longValue());
    }

    private static void and(StringBuilder where, Object given, String condition) {
        if (given != null) {
            where.append(" and ").append(condition);
        }
    }

    private static void set(Mutiny.SelectionQuery<?> query, String name, Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
