package uk.hustings.polls.indicator.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Visibility;

/**
 * A piece of evidence among all others: a poll or something else.
 *
 * @param poll null if it is something else
 * @param item null if it is a poll
 */
public record Entry(RecordedPoll poll, RecordedItem item) {

    /** The oldest first, what is of no known day last; of one day polls and items as they were recorded. */
    public static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(
                    Entry::day, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Entry::id);

    public static Entry of(RecordedPoll poll) {
        return new Entry(poll, null);
    }

    public static Entry of(RecordedItem item) {
        return new Entry(null, item);
    }

    public UUID id() {
        return poll == null ? item.itemId() : poll.pollId();
    }

    /** Code of the poll's kind or the item's; no poll and item share one. */
    public String kind() {
        return Codes.codeOf(
                poll == null ? item.item().finding().kind() : poll.poll().key().kind());
    }

    /** The last day of a poll's fieldwork that is known, the day of anything else; null if unknown. */
    public LocalDate day() {
        return poll == null ? item.item().day() : poll.poll().key().day();
    }

    public Area area() {
        return poll == null ? item.item().area() : poll.poll().key().area();
    }

    /** The contest that it says it is about; null if it says none. */
    public String contest() {
        return poll == null ? item.item().contest() : poll.poll().details().contest();
    }

    /** Whether a party's members or supporters speak in it, not voters. */
    public boolean isOfAParty() {
        return poll == null
                ? item.item().finding().isOfAParty()
                : poll.poll().key().population() == Population.PARTY_MEMBERS;
    }

    /** What it amounts to at a moment of domain time. */
    public Visibility visibilityAt(Instant now) {
        return poll == null ? item.visibilityAt(now) : poll.visibilityAt(now);
    }
}
