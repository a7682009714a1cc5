package uk.hustings.polls.indicator.domain;

import java.time.Instant;
import java.util.Objects;
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

    /** As it stands after a correction, which takes a withdrawn item up again. */
    public RecordedItem restated(Item stated) {
        return new RecordedItem(
                itemId, stated, visibility, embargoedUntil, Status.RECORDED, revision + 1, change + 1, recordedAt);
    }

    /** As it stands once it is taken back. What was never public then does not become so by itself. */
    public RecordedItem withdrawn(Instant now) {
        boolean hidden = visibilityAt(now) == Visibility.EMBARGOED;
        return new RecordedItem(
                itemId,
                item,
                hidden ? Visibility.PRIVATE : visibility,
                hidden ? null : embargoedUntil,
                Status.WITHDRAWN,
                revision + 1,
                change + 1,
                recordedAt);
    }

    /** @param until domain time; null unless embargoed */
    public RecordedItem shownTo(Visibility others, Instant until) {
        return new RecordedItem(itemId, item, others, until, status, revision, change + 1, recordedAt);
    }

    /** Whether the same people may know of it. */
    public boolean isShownTo(Visibility others, Instant until) {
        return visibility == others && Objects.equals(embargoedUntil, until);
    }
}
