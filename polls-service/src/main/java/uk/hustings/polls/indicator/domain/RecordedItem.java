package uk.hustings.polls.indicator.domain;

import java.time.Instant;
import java.util.UUID;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.poll.domain.Visibility;

/**
 * A piece of evidence that is recorded.
 *
 * @param visibility as it was last set; {@link #visibilityAt} says what it amounts to
 * @param embargoedUntil domain time; null unless embargoed
 * @param revision 1 for the first; grows with every correction and withdrawal
 * @param change 1 for the first; grows with every revision and every change of visibility
 * @param recordedAt domain time at which it was first recorded
 */
public record RecordedItem(
        UUID itemId,
        Item item,
        Visibility visibility,
        Instant embargoedUntil,
        Status status,
        int revision,
        int change,
        Instant recordedAt) {

    /** @throws IllegalArgumentException if an embargo has no end, or something else has one */
    public RecordedItem {
        if ((visibility == Visibility.EMBARGOED) == (embargoedUntil == null)) {
            throw new IllegalArgumentException("An embargo, and nothing else, ends at a moment");
        }
    }

    /** An embargo that is over leaves it public, though nobody did anything. */
    public Visibility visibilityAt(Instant now) {
        return visibility == Visibility.EMBARGOED && !now.isBefore(embargoedUntil) ? Visibility.PUBLIC : visibility;
    }

    /** Whether everybody may know of it. */
    public boolean isPublicAt(Instant now) {
        Visibility present = visibilityAt(now);
        return present == Visibility.PUBLIC || present == Visibility.LEAKED;
    }

    public boolean isWithdrawn() {
        return status == Status.WITHDRAWN;
    }

    /** The next state: the same evidence, stated anew. */
    public RecordedItem corrected(Item stated) {
        return new RecordedItem(
                itemId, stated, visibility, embargoedUntil, status, revision + 1, change + 1, recordedAt);
    }

    /** The next state: taken back. */
    public RecordedItem withdrawn() {
        return new RecordedItem(
                itemId, item, visibility, embargoedUntil, Status.WITHDRAWN, revision + 1, change + 1, recordedAt);
    }

    /** The next state: for others to know. */
    public RecordedItem shown(Visibility to, Instant until) {
        return new RecordedItem(itemId, item, to, until, status, revision, change + 1, recordedAt);
    }
}
