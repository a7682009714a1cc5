package uk.hustings.polls.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import uk.hustings.polls.evidence.domain.EvidenceBook;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedItem;
import uk.hustings.polls.stated.StatedPoll;

/** Reads the evidence from the database: all of it at first, afterwards what has changed. */
@ApplicationScoped
class EvidenceReader {

    private static final String VERSION = "select version, public_version from evidence_version";
    private static final String CHANGED_POLLS = """
            select p.poll_id, r.content::text, p.visibility, p.embargoed_until, p.status, p.revision, p.recorded_at
            from poll p join poll_revision r using (poll_id, revision)
            where p.version > $1
            """;

    private static final String CHANGED_ITEMS = """
            select i.item_id, i.content::text, i.visibility, i.embargoed_until, i.status, i.revision, i.change,
                   first.changed_at
            from evidence_item i join evidence_item first on first.item_id = i.item_id and first.change = 1
            where i.version > $1
              and not exists (select from evidence_item later where later.item_id = i.item_id and later.change > i.change)
            """;

    private final Pool pool;
    private final ObjectMapper json;
    private volatile EvidenceBook written = EvidenceBook.EMPTY;

    EvidenceReader(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * @param known null if nothing has been read yet
     * @return {@code known} itself if it is the newest
     */
    Uni<EvidenceBook> newest(EvidenceBook known) {
        if (known == null) {
            return changesOf(EvidenceBook.EMPTY);
        }
        return pool.query(VERSION).execute().map(Versions::of).chain(now -> {
            if (now.version() == known.version()) {
                return Uni.createFrom().item(known);
            }
            EvidenceBook own = written;
            if (now.version() == own.version()) {
                return Uni.createFrom().item(own);
            }
            // A version that was seen before: the database is a backup of then, and all may be otherwise.
            return changesOf(now.version() < known.version() ? EvidenceBook.EMPTY : known);
        });
    }

    /** What this replica has just written and committed: it need not be read for as long as it is the newest. */
    void wrote(EvidenceBook book) {
        written = book;
    }

    private Uni<EvidenceBook> changesOf(EvidenceBook known) {
        return pool.withTransaction(connection -> connection
                        // All statements below see the same moment, or a change between them would be missed for good.
                        .query("set transaction isolation level repeatable read, read only")
                        .execute()
                        .chain(() -> changes(connection, known.version())))
                // To read and sort thousands of polls would hold up every request on the event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(changes -> known.with(
                        changes.versions().version(),
                        changes.versions().publicVersion(),
                        each(changes.polls(), this::poll),
                        each(changes.items(), this::item)));
    }

    private static Uni<Changes> changes(SqlConnection connection, long since) {
        return connection.query(VERSION).execute().map(Versions::of).chain(versions -> connection
                .preparedQuery(CHANGED_POLLS)
                .execute(Tuple.of(since))
                .chain(polls -> connection
                        .preparedQuery(CHANGED_ITEMS)
                        .execute(Tuple.of(since))
                        .map(items -> new Changes(versions, polls, items))));
    }

    private static <T> List<T> each(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private RecordedPoll poll(Row row) {
        return new RecordedPoll(
                row.getUUID(0),
                content(row, StatedPoll.class).poll(),
                Codes.read(Visibility.class, row.getString(2)),
                instant(row.getOffsetDateTime(3)),
                Codes.read(Status.class, row.getString(4)),
                row.getInteger(5),
                instant(row.getOffsetDateTime(6)));
    }

    private RecordedItem item(Row row) {
        return new RecordedItem(
                row.getUUID(0),
                content(row, StatedItem.class).item(),
                Codes.read(Visibility.class, row.getString(2)),
                instant(row.getOffsetDateTime(3)),
                Codes.read(Status.class, row.getString(4)),
                row.getInteger(5),
                row.getInteger(6),
                instant(row.getOffsetDateTime(7)));
    }

    private <T> T content(Row row, Class<T> type) {
        try {
            return json.readValue(row.getString(1), type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Evidence " + row.getUUID(0) + " cannot be read", unreadable);
        }
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Changes(Versions versions, RowSet<Row> polls, RowSet<Row> items) {}

    private record Versions(long version, long publicVersion) {

        static Versions of(RowSet<Row> rows) {
            Row row = rows.iterator().next();
            return new Versions(row.getLong(0), row.getLong(1));
        }
    }
}
