package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.IsoWeek;

/** Batches as they were reported: kept for good, withdrawn but never changed. */
@ApplicationScoped
class ContactBatches {

    /** A batch that stands in the record. */
    record Recorded(UUID id, String localParty, SortedMap<IsoWeek, Map<Channel, Long>> contacts) {}

    /** Sums the lines of a batch by week and channel. */
    static SortedMap<IsoWeek, Map<Channel, Long>> byWeek(List<ContactBatch.Count> counts) {
        SortedMap<IsoWeek, Map<Channel, Long>> weeks = new TreeMap<>();
        for (ContactBatch.Count count : counts) {
            weeks.computeIfAbsent(IsoWeek.of(count.day()), week -> new EnumMap<>(Channel.class))
                    .merge(Channel.fromCode(count.channel()).orElseThrow(), (long) count.contacts(), Long::sum);
        }
        return weeks;
    }

    /** @return false if this local party has reported a batch with this source id before */
    Uni<Boolean> add(
            Mutiny.StatelessSession session,
            UUID id,
            String localParty,
            SeatCode seat,
            ContactBatch batch,
            String reportedBy,
            Instant now) {
        return session.createNativeQuery("""
                        insert into contact_batch (id, local_party, seat_code, source_batch_id, reported_by, reported_at)
                        values (:id, :party, :seat, cast(:source as text), :by, :now)
                        on conflict (local_party, source_batch_id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("party", localParty)
                .setParameter("seat", seat.value())
                .setParameter("source", batch.sourceBatchId())
                .setParameter("by", reportedBy)
                .setParameter("now", now)
                .executeUpdate()
                .chain(added -> added == 0
                        ? Uni.createFrom().item(false)
                        : addCounts(session, id, batch.counts()).replaceWith(true));
    }

    /** @return the batch if it is of this seat; null if there is none */
    Uni<Recorded> find(Mutiny.StatelessSession session, SeatCode seat, UUID id) {
        return session.createNativeQuery("""
                        select b.local_party, c.day, c.channel, c.contacts
                        from contact_batch b join contact_count c on c.batch_id = b.id
                        where b.id = :id and b.seat_code = :seat
                        """, Object[].class)
                .setParameter("id", id)
                .setParameter("seat", seat.value())
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? null
                        : new Recorded(
                                id,
                                (String) rows.get(0)[0],
                                byWeek(rows.stream()
                                        .map(row -> new ContactBatch.Count(
                                                (LocalDate) row[1],
                                                (String) row[2],
                                                null,
                                                ((Number) row[3]).intValue()))
                                        .toList())));
    }

    /** @throws uk.hustings.api.problem.Problem STATE_CONFLICT if it was withdrawn before */
    Uni<Void> withdraw(Mutiny.StatelessSession session, UUID id, String reason, String by, Instant now) {
        return session.createNativeQuery("""
                        insert into batch_withdrawal (batch_id, reason, withdrawn_by, withdrawn_at)
                        values (:id, :reason, :by, :now) on conflict (batch_id) do nothing
                        """)
                .setParameter("id", id)
                .setParameter("reason", reason)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate()
                .invoke(added -> {
                    if (added == 0) {
                        throw ProblemType.STATE_CONFLICT.because("This batch was withdrawn before.");
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Integer> addCounts(Mutiny.StatelessSession session, UUID id, List<ContactBatch.Count> counts) {
        return session.createNativeQuery("""
                        insert into contact_count (batch_id, line, day, channel, attempts, contacts)
                        select :id, c.line, c.day, c.channel, c.attempts, c.contacts
                        from unnest(cast(:days as date[]), cast(:channels as text[]), cast(:attempts as int[]),
                                    cast(:contacts as int[])) with ordinality
                             as c (day, channel, attempts, contacts, line)
                        """)
                .setParameter("id", id)
                .setParameter("days", column(counts, ContactBatch.Count::day, LocalDate[]::new))
                .setParameter("channels", column(counts, ContactBatch.Count::channel, String[]::new))
                .setParameter("attempts", column(counts, ContactBatch.Count::attempts, Integer[]::new))
                .setParameter("contacts", column(counts, ContactBatch.Count::contacts, Integer[]::new))
                .executeUpdate();
    }

    private static <V> V[] column(
            List<ContactBatch.Count> counts,
            Function<ContactBatch.Count, V> cell,
            java.util.function.IntFunction<V[]> array) {
        return counts.stream().map(cell).toArray(array);
    }
}
