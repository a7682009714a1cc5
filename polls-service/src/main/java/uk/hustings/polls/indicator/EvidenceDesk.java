package uk.hustings.polls.indicator;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import uk.hustings.access.Caller;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.VisibleEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.indicator.domain.Entry;
import uk.hustings.polls.indicator.domain.RecordedItem;
import uk.hustings.polls.indicator.domain.TimelineFilter;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Gives each caller the evidence that the caller may know of, and keeps who was shown what is not everybody's. */
@ApplicationScoped
class EvidenceDesk {

    private static final String TIMELINE = "listEvidence";

    private final VisibleEvidence evidence;
    private final Readings pollReadings;
    private final ItemReadings itemReadings;
    private final Seats seats;
    private final DomainClock clock;

    EvidenceDesk(
            VisibleEvidence evidence,
            Readings pollReadings,
            ItemReadings itemReadings,
            Seats seats,
            DomainClock clock) {
        this.evidence = evidence;
        this.pollReadings = pollReadings;
        this.itemReadings = itemReadings;
        this.seats = seats;
        this.clock = clock;
    }

    /** @throws Problem INVALID_PARAMETER; CURSOR_REFUSED; LOCKS_STALE */
    Uni<Page<EntryView>> timeline(Caller caller, TimelineQuery query, Integer limit, String cursor) {
        SeatBook book = seats.book();
        Evidence visible = evidence.to(caller);
        TimelineFilter filter = query.read(book, clock.today());
        PageRequest request = PageRequest.of(limit, cursor, "evidence", filter, visible.sight());
        Stream<Entry> all = Stream.concat(
                visible.polls().stream().map(Entry::of), visible.items().map(Entry::of));
        Page<Entry> page =
                Page.of(filter.timeline(all, book), request, entry -> entry.id().toString());
        return kept(caller, visible, page.items())
                .replaceWith(() -> page.map(entry -> EntryView.of(entry, book, visible.now())));
    }

    /** @throws Problem NOT_FOUND for an item that is absent to this caller; PARTY_LOCKED; LOCKS_STALE */
    Uni<ItemView> find(Caller caller, UUID itemId) {
        Instant now = clock.instant();
        RecordedItem item = evidence.item(caller, itemId, now).orElseThrow(EvidenceDesk::absent);
        return itemReadings.keep(caller, "getEvidence", now, List.of(item)).replaceWith(() -> ItemView.of(item, now));
    }

    /** An item that does not exist, or not for this caller, in the words of any path that leads nowhere. */
    static Problem absent() {
        return ProblemType.NOT_FOUND.because("Nothing is known under this path.");
    }

    private Uni<Void> kept(Caller caller, Evidence visible, List<Entry> shown) {
        return pollReadings
                .keep(
                        caller,
                        TIMELINE,
                        visible,
                        shown.stream().map(Entry::poll).filter(Objects::nonNull).toList())
                .chain(() -> itemReadings.keep(
                        caller,
                        TIMELINE,
                        visible.now(),
                        shown.stream().map(Entry::item).filter(Objects::nonNull).toList()));
    }
}
