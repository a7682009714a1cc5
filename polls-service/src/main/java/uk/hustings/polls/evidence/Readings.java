package uk.hustings.polls.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** Who was shown which poll that is not everybody's. Written before the answer goes out, for auditors. */
@ApplicationScoped
public class Readings {

    private static final String ADD = """
            insert into poll_reading (reading_id, poll_id, reader, operation, read_at)
            select reading_id, poll_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) as shown (reading_id, poll_id)
            """;

    private static final String FIND = """
            select reading_id, poll_id, reader, operation, read_at from poll_reading
            where ($1::uuid is null or poll_id = $1)
              and ($2::text is null or reader = $2)
              and ($3::timestamptz is null or read_at >= $3)
              and ($4::timestamptz is null or read_at < $4)
              and ($5::uuid is null or reading_id < $5)
            order by reading_id desc
            limit $6
            """;

    /** @param from first day, {@code to} the last; null stands for any, as everywhere here */
    record ReadingFilter(UUID pollId, String reader, LocalDate from, LocalDate to) {}

    private final Pool pool;

    Readings(Pool pool) {
        this.pool = pool;
    }

    /**
     * Keeps that the caller is about to be shown these polls; of public ones nothing is kept. The answer has to wait for
     * it, and fails with it.
     *
     * @param operation operationId of what the caller called
     */
    public Uni<Void> keep(Caller caller, String operation, Evidence evidence, Collection<RecordedPoll> shown) {
        return keep(caller, operation, evidence.now(), shown);
    }

    /** @param now domain time */
    public Uni<Void> keep(Caller caller, String operation, Instant now, Collection<RecordedPoll> shown) {
        List<UUID> hidden = shown.stream()
                .filter(poll -> !poll.isPublicAt(now))
                .map(RecordedPoll::pollId)
                .toList();
        if (hidden.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        Stream.generate(Ids::next).limit(hidden.size()).toArray(UUID[]::new),
                        hidden.toArray(UUID[]::new),
                        caller.subject(),
                        operation,
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /**
     * Readings, the latest first.
     *
     * @param filter which ones
     * @param page one more than its limit is read
     */
    Uni<List<Reading>> find(ReadingFilter filter, PageRequest page) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.from(Arrays.asList(
                        filter.pollId(),
                        filter.reader(),
                        start(filter.from()),
                        filter.to() == null ? null : start(filter.to().plusDays(1)),
                        page.afterId(),
                        page.limit() + 1)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Reading::of)
                        .toList());
    }

    private static OffsetDateTime start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(DomainClock.LONDON).toOffsetDateTime();
    }
}
