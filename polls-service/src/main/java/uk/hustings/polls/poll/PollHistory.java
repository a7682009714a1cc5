package uk.hustings.polls.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import uk.hustings.polls.poll.HistoryView.RevisionView;
import uk.hustings.polls.poll.HistoryView.VisibilityView;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.stated.StatedPoll;

/** What has happened to a poll, from the database: it is asked for too seldom to lie in memory. */
@ApplicationScoped
class PollHistory {

    private static final String REVISIONS = """
            select revision, status, recorded_at, reason, author, content::text
            from poll_revision where poll_id = $1 order by revision
            """;
    private static final String VISIBILITY = """
            select visibility, embargoed_until, changed_at, reason, author
            from visibility_event where poll_id = $1 order by changed_at, event_id
            """;

    private final Pool pool;
    private final ObjectMapper json;

    PollHistory(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /**
     * @param withAuthors whether the caller may know who did it
     * @param now domain time, for embargoes end by themselves
     */
    Uni<HistoryView> of(RecordedPoll poll, boolean withAuthors, Instant now) {
        UUID pollId = poll.pollId();
        return rows(REVISIONS, pollId).chain(revisions -> rows(VISIBILITY, pollId)
                .map(events -> new HistoryView(
                        pollId,
                        revisions.stream()
                                .map(row -> revision(row, withAuthors))
                                .toList(),
                        visibility(events, poll, withAuthors, now))));
    }

    private Uni<List<Row>> rows(String query, UUID pollId) {
        return pool.preparedQuery(query).execute(Tuple.of(pollId)).map(PollHistory::list);
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private RevisionView revision(Row row, boolean withAuthors) {
        try {
            return new RevisionView(
                    row.getInteger(0),
                    row.getString(1),
                    row.getOffsetDateTime(2).toInstant(),
                    row.getString(3),
                    withAuthors ? row.getString(4) : null,
                    json.readValue(row.getString(5), StatedPoll.class));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<VisibilityView> visibility(
            List<Row> events, RecordedPoll poll, boolean withAuthors, Instant now) {
        List<VisibilityView> told = new ArrayList<>();
        for (Row row : events) {
            told.add(new VisibilityView(
                    row.getString(0),
                    instant(row.getOffsetDateTime(1)),
                    instant(row.getOffsetDateTime(2)),
                    row.getString(3),
                    withAuthors ? row.getString(4) : null));
        }
        if (poll.visibility() == Visibility.EMBARGOED && poll.isPublicAt(now)) {
            told.add(new VisibilityView(
                    Codes.codeOf(Visibility.PUBLIC), null, poll.embargoedUntil(), "The embargo ended", null));
        }
        return told;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
