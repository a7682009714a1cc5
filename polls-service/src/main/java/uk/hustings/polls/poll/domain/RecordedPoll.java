package uk.hustings.polls.poll.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
        // As fine as a database keeps it, so that a poll is the same before and after it was there.
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        embargoedUntil = embargoedUntil == null ? null : embargoedUntil.truncatedTo(ChronoUnit.MICROS);
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

    /** As it stands after a correction or an addition, which takes a withdrawn poll up again. */
    public RecordedPoll restated(Poll newPoll) {
        return new RecordedPoll(pollId, newPoll, visibility, embargoedUntil, Status.RECORDED, revision + 1, recordedAt);
    }

    /** As it stands once it is taken back. What was never public then does not become so by itself. */
    public RecordedPoll withdrawn(Instant now) {
        RecordedPoll hidden = visibilityAt(now) == Visibility.EMBARGOED ? shownTo(Visibility.PRIVATE, null) : this;
        return new RecordedPoll(
                pollId, poll, hidden.visibility, hidden.embargoedUntil, Status.WITHDRAWN, revision + 1, recordedAt);
    }

    /** @param until domain time; null unless embargoed */
    public RecordedPoll shownTo(Visibility others, Instant until) {
        return new RecordedPoll(pollId, poll, others, until, status, revision, recordedAt);
    }
}
