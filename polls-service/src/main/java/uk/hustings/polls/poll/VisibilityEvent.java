package uk.hustings.polls.poll;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Visibility;

/** Who let whom know of a poll, and why. Added, never changed. */
@Entity
@Table(name = "visibility_event")
class VisibilityEvent {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "poll_id")
    UUID pollId;

    String visibility;
    String author;
    String reason;

    @Column(name = "changed_at")
    Instant changedAt;

    static VisibilityEvent of(UUID pollId, Visibility visibility, Authored change) {
        VisibilityEvent event = new VisibilityEvent();
        event.eventId = Ids.next();
        event.pollId = pollId;
        event.visibility = Codes.codeOf(visibility);
        event.author = change.author();
        event.reason = change.reason();
        event.changedAt = change.at();
        return event;
    }
}
