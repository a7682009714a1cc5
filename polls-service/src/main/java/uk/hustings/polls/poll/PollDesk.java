package uk.hustings.polls.poll;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Ruling;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.poll.domain.Visibility;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * Gives each caller the polls that the caller may know of. A private poll of somebody else's seat is as absent as one
 * that was never taken.
 */
@ApplicationScoped
class PollDesk {

    private static final String READ_PRIVATE = "poll:read-private";

    private final Polls polls;
    private final Seats seats;
    private final AccessRules rules;
    private final DomainClock clock;
    private final Mutiny.SessionFactory sessions;

    PollDesk(Polls polls, Seats seats, AccessRules rules, DomainClock clock, Mutiny.SessionFactory sessions) {
        this.polls = polls;
        this.seats = seats;
        this.rules = rules;
        this.clock = clock;
        this.sessions = sessions;
    }

    Uni<Page<PollView>> list(Caller caller, PollQuery query, Integer limit, String cursor) {
        SeatBook book = seats.book();
        PollSelection selection = selection(caller, query, book);
        PageRequest page = PageRequest.of(limit, cursor, "polls", selection);
        return sessions.withStatelessSession(session -> polls.page(session, selection, page))
                .map(rows ->
                        Page.ofRows(rows, page, Polls::placeOf).map(poll -> PollView.of(poll, book, clock.today())));
    }

    Uni<PollCounts> count(Caller caller, PollQuery query) {
        PollSelection selection = selection(caller, query, seats.book());
        return sessions.withStatelessSession(session -> polls.counts(session, selection));
    }

    /** @throws Problem NOT_FOUND for a poll that is absent to this caller; PARTY_LOCKED; LOCKS_STALE */
    Uni<PollView> find(Caller caller, UUID pollId) {
        SeatBook book = seats.book();
        return sessions.withStatelessSession(session -> polls.find(session, pollId))
                .map(poll -> PollView.of(shown(caller, poll), book, clock.today()));
    }

    /**
     * The caller may change every poll; who may not was refused before.
     *
     * @param expected refuses a poll that is not as its changer read it
     */
    Uni<PollView> show(UUID pollId, Visibility visibility, Authored change, Consumer<PollView> expected) {
        SeatBook book = seats.book();
        return sessions.withStatelessTransaction(session -> polls.hold(session, pollId)
                        .onItem()
                        .ifNull()
                        .failWith(PollDesk::absent)
                        .invoke(poll -> expected.accept(PollView.of(poll, book, clock.today())))
                        .chain(() -> polls.show(session, pollId, visibility, change)))
                .map(poll -> PollView.of(poll, book, clock.today()))
                .memoize()
                .indefinitely();
    }

    /** A poll that does not exist, or not for this caller, in the words of any path that leads nowhere. */
    static Problem absent() {
        return ProblemType.NOT_FOUND.because("Nothing is known under this path.");
    }

    private PollSelection selection(Caller caller, PollQuery query, SeatBook book) {
        List<SeatCode> readable = book.setOn(clock.today()).stream()
                .flatMap(set -> book.seats(set.code()).stream())
                .map(Seat::code)
                .filter(rules.seatsWithin(caller, READ_PRIVATE, clock.instant()))
                .toList();
        return query.select(book, clock.today(), readable);
    }

    private RecordedPoll shown(Caller caller, RecordedPoll poll) {
        if (poll != null && poll.isPublic()) {
            return poll;
        }
        Instant now = clock.instant();
        // Asked for an absent poll, too: while locks are stale, absent and private must not be told apart.
        rules.seatsWithin(caller, READ_PRIVATE, now);
        if (poll == null) {
            throw absent();
        }
        Ruling ruling = rules.decide(caller, READ_PRIVATE, poll.poll().key().seatCode(), now);
        if (ruling instanceof Ruling.Refused) {
            throw absent();
        }
        ruling.orRefuse();
        return poll;
    }
}
