package uk.hustings.polls.poll;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.hustings.access.Caller;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.VisibleEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Gives each caller the polls that the caller may know of, and keeps who was shown what is not everybody's. A private
 * poll of somebody else's seat is as absent as one that was never taken.
 */
@ApplicationScoped
class PollDesk {

    private final VisibleEvidence evidence;
    private final Readings readings;
    private final Seats seats;
    private final DomainClock clock;

    PollDesk(VisibleEvidence evidence, Readings readings, Seats seats, DomainClock clock) {
        this.evidence = evidence;
        this.readings = readings;
        this.seats = seats;
        this.clock = clock;
    }

    Uni<Page<PollView>> list(Caller caller, PollQuery query, String sort, Integer limit, String cursor) {
        SeatBook book = seats.book();
        Evidence visible = evidence.to(caller);
        PollFilter filter = query.read(book, clock.today());
        PollOrder order = PollOrder.read(sort, filter.question());
        PageRequest request = PageRequest.of(limit, cursor, "polls", filter, order, visible.sight());
        Page<RecordedPoll> page = Page.of(order.sort(admitted(visible, filter, book)), request, poll -> poll.pollId()
                .toString());
        return readings.keep(caller, "listPolls", visible, page.items())
                .replaceWith(() -> page.map(poll -> PollView.of(poll, book, visible.now())));
    }

    PollCounts count(Caller caller, PollQuery query) {
        SeatBook book = seats.book();
        Evidence visible = evidence.to(caller);
        return PollCounts.of(admitted(visible, query.read(book, clock.today()), book));
    }

    /** The whole list as a file. */
    Uni<CsvFile> export(Caller caller, PollQuery query, String sort) {
        SeatBook book = seats.book();
        Evidence visible = evidence.to(caller);
        PollFilter filter = query.read(book, clock.today());
        List<RecordedPoll> polls = PollOrder.read(sort, filter.question()).sort(admitted(visible, filter, book));
        return readings.keep(caller, "exportPolls", visible, polls)
                .replaceWith(() -> PollSheet.csv(polls, visible.now()));
    }

    /** @throws Problem NOT_FOUND for a poll that is absent to this caller; PARTY_LOCKED; LOCKS_STALE */
    Uni<PollView> find(Caller caller, UUID pollId) {
        Instant now = clock.instant();
        return open(caller, pollId, "getPoll", now).map(poll -> PollView.of(poll, seats.book(), now));
    }

    /**
     * The poll, once it is kept that the caller is told of it.
     *
     * @param operation operationId of what the caller called
     * @param now domain time
     */
    Uni<RecordedPoll> open(Caller caller, UUID pollId, String operation, Instant now) {
        RecordedPoll poll = evidence.poll(caller, pollId, now).orElseThrow(PollDesk::absent);
        return readings.keep(caller, operation, now, List.of(poll)).replaceWith(poll);
    }

    /** A poll that does not exist, or not for this caller, in the words of any path that leads nowhere. */
    static Problem absent() {
        return ProblemType.NOT_FOUND.because("Nothing is known under this path.");
    }

    private static List<RecordedPoll> admitted(Evidence visible, PollFilter filter, SeatBook book) {
        return visible.stream()
                .filter(poll -> filter.admits(poll, book, visible.now()))
                .toList();
    }
}
