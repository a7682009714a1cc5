package uk.hustings.polls.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.MutationQuery;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.api.id.Ids;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.stated.StatedPoll;

/** Writes what happens to polls. Nothing that was written is written over but where a poll stands now. */
@ApplicationScoped
public class PollRecords {

    private static final char SEPARATOR = '\u001F';

    private static final String ADD = """
            with stated as (
                select cast(poll_id as uuid) as poll_id, natural_key, visibility,
                       cast(embargoed_until as timestamptz) as embargoed_until, cast(content as jsonb) as content,
                       cast(event_id as uuid) as event_id, cast(cast(:at as text) as timestamptz) as at
                from unnest(cast(:ids as text[]), cast(:keys as text[]), cast(:visibilities as text[]),
                            cast(:embargoes as text[]), cast(:contents as text[]), cast(:events as text[]))
                     as s (poll_id, natural_key, visibility, embargoed_until, content, event_id)),
            added as (
                insert into poll (poll_id, natural_key, visibility, embargoed_until, status, revision, recorded_at, version)
                select poll_id, natural_key, visibility, embargoed_until, 'recorded', 1, at, :version from stated),
            revised as (
                insert into poll_revision (poll_id, revision, status, content, author, reason, recorded_at)
                select poll_id, 1, 'recorded', content, :author, :reason, at from stated)
            insert into visibility_event (event_id, poll_id, visibility, embargoed_until, author, reason, changed_at)
            select event_id, poll_id, visibility, embargoed_until, :author, :reason, at from stated
            """;

    private static final String REVISE = """
            with stated as (
                select cast(poll_id as uuid) as poll_id, natural_key, status, revision, cast(content as jsonb) as content
                from unnest(cast(:ids as text[]), cast(:keys as text[]), cast(:statuses as text[]),
                            cast(:revisions as integer[]), cast(:contents as text[]))
                     as s (poll_id, natural_key, status, revision, content)),
            standing as (
                update poll set natural_key = stated.natural_key, status = stated.status, revision = stated.revision,
                                version = :version
                from stated where poll.poll_id = stated.poll_id)
            insert into poll_revision (poll_id, revision, status, content, author, reason, recorded_at)
            select poll_id, revision, status, content, :author, :reason, cast(cast(:at as text) as timestamptz) from stated
            """;

    private static final String SHOW = """
            with standing as (
                update poll set visibility = :visibility, version = :version,
                                embargoed_until = cast(cast(:until as text) as timestamptz)
                where poll_id = :pollId)
            insert into visibility_event (event_id, poll_id, visibility, embargoed_until, author, reason, changed_at)
            values (:eventId, :pollId, :visibility, cast(cast(:until as text) as timestamptz), :author, :reason,
                    cast(cast(:at as text) as timestamptz))
            """;

    private final ObjectMapper json;

    PollRecords(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Polls in the form in which they are written; to make it of many takes a while.
     *
     * @param polls with what counts of them from now on
     */
    public Written written(List<RecordedPoll> polls) {
        return new Written(polls, texts(polls, this::content));
    }

    /** @param contents of the polls, in the same order */
    public record Written(List<RecordedPoll> polls, String[] contents) {}

    /** Adds polls with their first visibility, which is somebody's doing like every later one. */
    public Uni<Void> add(StatelessSession session, Written added, Authored intake, long version) {
        if (added.polls().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<RecordedPoll> polls = added.polls();
        return authored(session.createNativeQuery(ADD), intake, version)
                .setParameter("ids", texts(polls, poll -> poll.pollId().toString()))
                .setParameter(
                        "keys", texts(polls, poll -> naturalKey(poll.poll().key())))
                .setParameter("visibilities", texts(polls, poll -> Codes.codeOf(poll.visibility())))
                .setParameter("embargoes", texts(polls, poll -> Objects.toString(poll.embargoedUntil(), null)))
                .setParameter("contents", added.contents())
                .setParameter("events", texts(polls, poll -> Ids.next().toString()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Adds a revision of each poll, which counts from now on. */
    public Uni<Void> revise(StatelessSession session, Written revised, Authored change, long version) {
        if (revised.polls().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<RecordedPoll> polls = revised.polls();
        return authored(session.createNativeQuery(REVISE), change, version)
                .setParameter("ids", texts(polls, poll -> poll.pollId().toString()))
                .setParameter(
                        "keys", texts(polls, poll -> naturalKey(poll.poll().key())))
                .setParameter("statuses", texts(polls, poll -> Codes.codeOf(poll.status())))
                .setParameter(
                        "revisions", polls.stream().map(RecordedPoll::revision).toArray(Integer[]::new))
                .setParameter("contents", revised.contents())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Lets others know of a poll than before. */
    Uni<Void> show(StatelessSession session, RecordedPoll poll, Authored change, long version) {
        return authored(session.createNativeQuery(SHOW), change, version)
                .setParameter("eventId", Ids.next())
                .setParameter("pollId", poll.pollId())
                .setParameter("visibility", Codes.codeOf(poll.visibility()))
                .setParameter("until", Objects.toString(poll.embargoedUntil(), null))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static MutationQuery authored(MutationQuery query, Authored change, long version) {
        return query.setParameter("author", change.author())
                .setParameter("reason", change.reason())
                .setParameter("at", change.at().toString())
                .setParameter("version", version);
    }

    private String content(RecordedPoll poll) {
        try {
            return json.writeValueAsString(StatedPoll.of(poll.poll()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the table tells one poll from another: no part has the separator in it, and only an unknown one is empty. */
    static String naturalKey(PollKey key) {
        Area area = key.area();
        return Stream.of(
                        Codes.codeOf(key.kind()),
                        key.pollster(),
                        key.client(),
                        Codes.codeOf(key.population()),
                        Codes.codeOf(area.geography()),
                        area.code(),
                        area.boundarySet(),
                        key.fieldworkStart(),
                        key.fieldworkEnd())
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining(String.valueOf(SEPARATOR)));
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
