package uk.hustings.polls.evidence.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.hustings.polls.indicator.domain.ItemBook;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** All evidence as of one version, private and withdrawn things too. Immutable; what callers get is {@link #seenBy}. */
public final class EvidenceBook {

    public static final EvidenceBook EMPTY = new EvidenceBook(0, 0, Map.of(), Map.of(), List.of(), ItemBook.EMPTY);

    private final long version;
    private final long publicVersion;
    private final Map<UUID, RecordedPoll> byId;
    private final Map<PollKey, RecordedPoll> byKey;
    private final List<RecordedPoll> polls;
    private final ItemBook items;
    private final Instant[] embargoEnds;

    private EvidenceBook(
            long version,
            long publicVersion,
            Map<UUID, RecordedPoll> byId,
            Map<PollKey, RecordedPoll> byKey,
            List<RecordedPoll> polls,
            ItemBook items) {
        this.version = version;
        this.publicVersion = publicVersion;
        this.byId = byId;
        this.byKey = byKey;
        this.polls = polls;
        this.items = items;
        this.embargoEnds = Stream.concat(
                        polls.stream().map(RecordedPoll::embargoedUntil).filter(Objects::nonNull), items.embargoEnds())
                .sorted()
                .toArray(Instant[]::new);
    }

    /**
     * The book after some changes.
     *
     * @param changed polls that are new or stand otherwise than before
     */
    public EvidenceBook with(long newVersion, long newPublicVersion, Collection<RecordedPoll> changed) {
        return with(newVersion, newPublicVersion, changed, List.of());
    }

    /**
     * The book after some changes.
     *
     * @param changedPolls polls that are new or stand otherwise than before
     * @param changedItems the same of what is no poll
     */
    public EvidenceBook with(
            long newVersion,
            long newPublicVersion,
            Collection<RecordedPoll> changedPolls,
            Collection<RecordedItem> changedItems) {
        Map<UUID, RecordedPoll> ids = new HashMap<>(byId);
        Map<PollKey, RecordedPoll> keys = new HashMap<>(byKey);
        for (RecordedPoll poll : changedPolls) {
            RecordedPoll before = ids.put(poll.pollId(), poll);
            if (before != null) {
                keys.remove(before.poll().key());
            }
        }
        changedPolls.forEach(poll -> keys.put(poll.poll().key(), poll));
        // What stays is in order already: to sort it together with a few others takes one passage.
        List<RecordedPoll> inOrder = Stream.concat(
                        polls.stream().filter(poll -> ids.get(poll.pollId()) == poll), changedPolls.stream())
                .sorted(RecordedPoll.NEWEST_FIRST)
                .toList();
        return new EvidenceBook(newVersion, newPublicVersion, ids, keys, inOrder, items.with(changedItems));
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    /** Grows with every change that everybody may notice, and with no other. */
    public long publicVersion() {
        return publicVersion;
    }

    public int size() {
        return polls.size();
    }

    /** @param now domain time */
    public Evidence seenBy(Sight sight, Instant now) {
        return new Evidence(this, sight, now);
    }

    /** Every poll, newest fieldwork first. */
    List<RecordedPoll> polls() {
        return polls;
    }

    /** What is no poll. Whoever asks must know what its caller may see. */
    public ItemBook items() {
        return items;
    }

    /** Whoever asks must know what its caller may see. */
    public Optional<RecordedPoll> find(UUID pollId) {
        return Optional.ofNullable(byId.get(pollId));
    }

    public Optional<RecordedPoll> find(PollKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * How many embargoes are over: beside {@link #publicVersion} what everybody sees depends on this.
     *
     * @param now domain time
     */
    public int embargoesEnded(Instant now) {
        int place = Arrays.binarySearch(embargoEnds, now);
        int ended = place >= 0 ? place : -place - 1;
        while (ended < embargoEnds.length && !embargoEnds[ended].isAfter(now)) {
            ended++;
        }
        return ended;
    }

    /**
     * When the next embargo ends; empty if none is left.
     *
     * @param now domain time
     */
    public Optional<Instant> nextEmbargoEnd(Instant now) {
        int ended = embargoesEnded(now);
        return ended == embargoEnds.length ? Optional.empty() : Optional.of(embargoEnds[ended]);
    }
}
