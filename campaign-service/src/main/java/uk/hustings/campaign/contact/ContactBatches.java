package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Batches as they were reported: kept for good, corrected and withdrawn but never changed. */
@ApplicationScoped
class ContactBatches {

    /** Rows that go into one statement. */
    private static final int ROWS_AT_ONCE = 2000;

    /** First of the two numbers of the advisory lock on a batch; the second is the batch's. */
    private static final int CHANGES = 0x6263;

    /** Lines that a batch cannot have so many of. */
    private static final int ALL = Integer.MAX_VALUE;

    /** A batch that is to be recorded. */
    record Fresh(UUID id, PartySeat place) {}

    /**
     * A batch whose counts stand.
     *
     * @param revision how often it was corrected
     */
    record Recorded(UUID id, PartySeat place, int revision, boolean withdrawn, List<DayCount> counts) {}

    private final ContactLines lines;

    ContactBatches(ContactLines lines) {
        this.lines = lines;
    }

    /** Adds batches without their lines. */
    Uni<Void> add(Mutiny.StatelessSession session, List<Fresh> batches, String sourceBatchId, String by, Instant now) {
        return InChunks.of(
                batches,
                ROWS_AT_ONCE,
                chunk -> Sql.change(
                        session,
                        """
                        insert into contact_batch
                            (id, local_party, seat_code, source_batch_id, reported_by, reported_at)
                        select b.id, b.local_party, b.seat_code, cast($4 as text), cast($5 as text),
                            cast($6 as timestamptz)
                        from unnest(cast($1 as uuid[]), cast($2 as text[]), cast($3 as text[]))
                             as b (id, local_party, seat_code)
                        """,
                        cells(chunk, Fresh::id, UUID[]::new),
                        cells(chunk, fresh -> fresh.place().localParty(), String[]::new),
                        cells(chunk, fresh -> fresh.place().seat().value(), String[]::new),
                        sourceBatchId,
                        by,
                        now.atOffset(ZoneOffset.UTC)));
    }

    /** The batches that local parties have sent under an id of their source. */
    Uni<Map<PartySeat, UUID>> ofSource(
            Mutiny.StatelessSession session, String sourceBatchId, Set<String> localParties) {
        if (localParties.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery("""
                        select local_party, seat_code, id from contact_batch
                        where source_batch_id = :source and local_party = any(cast(:parties as text[]))
                        """, Object[].class)
                .setParameter("source", sourceBatchId)
                .setParameter("parties", localParties.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new PartySeat((String) row[0], new SeatCode((String) row[1])),
                                row -> (UUID) row[2])));
    }

    /** Whose a batch is; null if there is none in this seat. */
    Uni<String> localPartyOf(Mutiny.StatelessSession session, SeatCode seat, UUID id) {
        return session.createNativeQuery(
                        "select local_party from contact_batch where id = :id and seat_code = :seat", String.class)
                .setParameter("id", id)
                .setParameter("seat", seat.value())
                .getSingleResultOrNull();
    }

    /**
     * Takes a batch to change it: nobody else does until the transaction ends.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such batch in this seat
     */
    Uni<Recorded> take(Mutiny.StatelessSession session, SeatCode seat, UUID id) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(:changes, hashtext(cast(:id as text))) as text)",
                        String.class)
                .setParameter("changes", CHANGES)
                .setParameter("id", id.toString())
                .getSingleResultOrNull()
                .chain(() -> session.createNativeQuery("""
                                select b.local_party,
                                       (select coalesce(max(r.revision), 0) from batch_revision r where r.batch_id = b.id),
                                       exists (select 1 from batch_withdrawal w where w.batch_id = b.id)
                                from contact_batch b where b.id = :id and b.seat_code = :seat
                                """, Object[].class)
                        .setParameter("id", id)
                        .setParameter("seat", seat.value())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(ContactBatches::notFound)
                .chain(row -> {
                    int revision = ((Number) row[1]).intValue();
                    return lines.find(session, id, revision, 0, ALL)
                            .map(found -> new Recorded(
                                    id,
                                    new PartySeat((String) row[0], seat),
                                    revision,
                                    (Boolean) row[2],
                                    found.stream().map(ContactLines.Line::count).toList()));
                });
    }

    /** @param batch that was taken and stands */
    Uni<Void> withdraw(Mutiny.StatelessSession session, Recorded batch, String reason, String by, Instant now) {
        refuseWithdrawn(batch);
        return session.createNativeQuery("""
                        insert into batch_withdrawal (batch_id, reason, withdrawn_by, withdrawn_at)
                        values (:id, :reason, :by, :now)
                        """)
                .setParameter("id", batch.id())
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Puts other counts in the place of those that stand, which are kept.
     *
     * @param batch that was taken and stands
     */
    Uni<Void> revise(
            Mutiny.StatelessSession session,
            Recorded batch,
            List<DayCount> counts,
            String reason,
            String by,
            Instant now) {
        refuseWithdrawn(batch);
        int revision = batch.revision() + 1;
        return session.createNativeQuery("""
                        insert into batch_revision (batch_id, revision, reason, revised_by, revised_at)
                        values (:id, :revision, :reason, :by, :now)
                        """)
                .setParameter("id", batch.id())
                .setParameter("revision", revision)
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> lines.add(session, ContactLines.of(batch.id(), revision, counts)));
    }

    private static void refuseWithdrawn(Recorded batch) {
        if (batch.withdrawn()) {
            throw ProblemType.STATE_CONFLICT.because("This batch was withdrawn before.");
        }
    }

    static RuntimeException notFound() {
        return ProblemType.NOT_FOUND.because("No batch that you may see has this id in this seat.");
    }

    private static <V> V[] cells(List<Fresh> batches, Function<Fresh, V> cell, IntFunction<V[]> array) {
        return batches.stream().map(cell).toArray(array);
    }
}
