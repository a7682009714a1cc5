package uk.hustings.polls.poll.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * A poll that is recorded.
 *
 * @param visibility as it was last set; {@link #visibilityAt} says what it amounts to
 * @param embargoedUntil domain time; null unless embargoed
 * @param revision 1 for the first; grows with every correction, addition and withdrawal
 * @param recordedAt domain time at which the poll was first recorded
 */
public record RecordedPoll(
        UUID pollId,
        Poll poll,
        Visibility visibility,
        Instant embargoedUntil,
        Status status,
        int revision,
        Instant recordedAt) {

    /** Newest fieldwork first, unknown fieldwork last; of equals the one recorded last first. */
    public static final Comparator<RecordedPoll> NEWEST_FIRST = Comparator.comparing(
                    (RecordedPoll poll) -> poll.poll.key().day(),
                    Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(RecordedPoll::pollId, Comparator.reverseOrder());

    /** @throws IllegalArgumentException if an embargo has no end, or something else has one */
    public RecordedPoll {
        if ((visibility == Visibility.EMBARGOED) == (embargoedUntil == null)) {
            throw new IllegalArgumentException("An embargo, and nothing else, ends at a moment");
        }
    }

    /** An embargo that is over leaves the poll public, though nobody did anything. */
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
}
