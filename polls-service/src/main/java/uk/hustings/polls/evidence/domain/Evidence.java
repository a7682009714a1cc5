package uk.hustings.polls.evidence.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** What somebody may see of the evidence at a moment: whatever is made of it tells nothing of the rest. */
public final class Evidence {

    private final EvidenceBook book;
    private final Sight sight;
    private final Instant now;

    Evidence(EvidenceBook book, Sight sight, Instant now) {
        this.book = book;
        this.sight = sight;
        this.now = now;
    }

    /** Polls that count, newest fieldwork first; withdrawn ones are left out. */
    public List<RecordedPoll> polls() {
        return stream().filter(poll -> !poll.isWithdrawn()).toList();
    }

    /** The same with those that were withdrawn. */
    public Stream<RecordedPoll> stream() {
        return book.polls().stream().filter(this::shows);
    }

    /** A poll, withdrawn or not; empty if there is none or it may not be seen. */
    public Optional<RecordedPoll> find(UUID pollId) {
        return book.find(pollId).filter(this::shows);
    }

    /** What is no poll and counts, in no order; what was withdrawn is left out. */
    public Stream<RecordedItem> items() {
        return book.items().stream().filter(item -> !item.isWithdrawn()).filter(this::shows);
    }

    /** Something that is no poll, withdrawn or not; empty if there is none or it may not be seen. */
    public Optional<RecordedItem> findItem(UUID itemId) {
        return book.items().find(itemId).filter(this::shows);
    }

    /** Who sees this, for cursors. */
    public Sight sight() {
        return sight;
    }

    /** Domain time. */
    public Instant now() {
        return now;
    }

    private boolean shows(RecordedItem item) {
        return item.isPublicAt(now) || sight.reaches(item.item().area());
    }

    private boolean shows(RecordedPoll poll) {
        return poll.isPublicAt(now) || sight.reaches(poll.poll().key().area());
    }
}
