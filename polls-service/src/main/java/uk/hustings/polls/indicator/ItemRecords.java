package uk.hustings.polls.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.Authored;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.stated.StatedItem;

/** Writes how items stand after a change. Nothing that was written is written over. */
@ApplicationScoped
class ItemRecords {

    private static final String ADD = """
            insert into evidence_item (item_id, change, revision, status, visibility, embargoed_until, content,
                                       author, reason, changed_at, version)
            select cast(item_id as uuid), change, revision, status, visibility, cast(embargoed_until as timestamptz),
                   cast(content as jsonb), :author, :reason, cast(cast(:at as text) as timestamptz), :version
            from unnest(cast(:ids as text[]), cast(:changes as integer[]), cast(:revisions as integer[]),
                        cast(:statuses as text[]), cast(:visibilities as text[]), cast(:embargoes as text[]),
                        cast(:contents as text[]))
                 as s (item_id, change, revision, status, visibility, embargoed_until, content)
            """;

    private final ObjectMapper json;

    ItemRecords(ObjectMapper json) {
        this.json = json;
    }

    /** @param items as they stand from now on */
    Uni<Void> add(StatelessSession session, List<RecordedItem> items, Authored change, long version) {
        if (items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD)
                .setParameter("ids", texts(items, item -> item.itemId().toString()))
                .setParameter(
                        "changes", items.stream().map(RecordedItem::change).toArray(Integer[]::new))
                .setParameter(
                        "revisions", items.stream().map(RecordedItem::revision).toArray(Integer[]::new))
                .setParameter("statuses", texts(items, item -> Codes.codeOf(item.status())))
                .setParameter("visibilities", texts(items, item -> Codes.codeOf(item.visibility())))
                .setParameter("embargoes", texts(items, item -> Objects.toString(item.embargoedUntil(), null)))
                .setParameter("contents", texts(items, this::content))
                .setParameter("author", change.author())
                .setParameter("reason", change.reason())
                .setParameter("at", change.at().toString())
                .setParameter("version", version)
                .executeUpdate()
                .replaceWithVoid();
    }

    private String content(RecordedItem item) {
        try {
            return json.writeValueAsString(StatedItem.of(item.item()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String[] texts(List<RecordedItem> items, Function<RecordedItem, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
