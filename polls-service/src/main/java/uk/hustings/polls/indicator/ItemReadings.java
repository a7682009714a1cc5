package uk.hustings.polls.indicator;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.polls.indicator.domain.RecordedItem;

/** Who was shown which item that is not everybody's. Written before the answer goes out, for auditors. */
@ApplicationScoped
class ItemReadings {

    private static final String ADD = """
            insert into item_reading (reading_id, item_id, change, reader, operation, read_at)
            select reading_id, item_id, change, $4, $5, $6
            from unnest($1::uuid[], $2::uuid[], $3::integer[]) as shown (reading_id, item_id, change)
            """;

    private final Pool pool;

    ItemReadings(Pool pool) {
        this.pool = pool;
    }

    /**
     * Keeps that the caller is about to be shown these items; of public ones nothing is kept. The answer has to wait for
     * it, and fails with it.
     *
     * @param operation operationId of what the caller called
     * @param now domain time
     */
    Uni<Void> keep(Caller caller, String operation, Instant now, Collection<RecordedItem> shown) {
        List<RecordedItem> hidden =
                shown.stream().filter(item -> !item.isPublicAt(now)).toList();
        if (hidden.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        Stream.generate(Ids::next).limit(hidden.size()).toArray(UUID[]::new),
                        hidden.stream().map(RecordedItem::itemId).toArray(UUID[]::new),
                        hidden.stream().map(RecordedItem::change).toArray(Integer[]::new),
                        caller.subject(),
                        operation,
                        now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
