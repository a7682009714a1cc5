package uk.hustings.polls.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import uk.hustings.access.Caller;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.evidence.Readings;
import uk.hustings.polls.evidence.VisibleEvidence;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.PollFilter;
import uk.hustings.polls.poll.PollQuery;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.poll.domain.Status;
import uk.hustings.polls.reading.domain.Polled;
import uk.hustings.polls.reading.domain.Unanswerable;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Gives each caller the polls that a question is about, and keeps who was told of what is not everybody's. */
@ApplicationScoped
class SelectedPolls {

    private final VisibleEvidence evidence;
    private final Readings readings;
    private final Seats seats;
    private final DomainClock clock;

    SelectedPolls(VisibleEvidence evidence, Readings readings, Seats seats, DomainClock clock) {
        this.evidence = evidence;
        this.readings = readings;
        this.seats = seats;
        this.clock = clock;
    }

    /** @throws Problem INVALID_PARAMETER; NOT_READY; LOCKS_STALE */
    Selection select(Caller caller, PollQuery query, SetQuery set) {
        SeatBook book = seats.book();
        Evidence visible = evidence.to(caller);
        PollFilter filter = query.read(book, clock.today());
        if (filter.status() == Status.WITHDRAWN) {
            throw QueryParameter.refused("status", "Nothing is read out of polls that were withdrawn.");
        }
        SortedSet<Area> places = set.read(book, filter);
        List<RecordedPoll> earlier = visible.polls().stream()
                .filter(poll -> places == null || isIn(places, poll))
                .filter(poll -> filter.howeverEarly().admits(poll, book, visible.now()))
                .toList();
        List<RecordedPoll> polls = earlier.stream()
                .filter(poll -> filter.admits(poll, book, visible.now()))
                .toList();
        return new Selection(
                caller, visible, book, filter, places, polls, asked(polls, filter), asked(earlier, filter));
    }

    /**
     * Makes an answer of polls, and keeps that the caller is told of them.
     *
     * @param operation operationId of what the caller called
     * @param answer may throw {@link Unanswerable}, which becomes a problem that says why
     */
    <T> Uni<T> tell(String operation, Selection selection, Collection<RecordedPoll> told, Supplier<T> answer) {
        T made = orRefuse(answer);
        return readings.keep(selection.caller(), operation, selection.evidence(), told)
                .replaceWith(made);
    }

    /** @throws Problem TREND_NEEDS_TWO_WAVES, EVIDENCE_NOT_COMPARABLE or EVIDENCE_TOO_THIN */
    static <T> T orRefuse(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Unanswerable refused) {
            ProblemType type =
                    switch (refused.lack()) {
                        case COMPARABLE -> ProblemType.EVIDENCE_NOT_COMPARABLE;
                        case ENOUGH -> ProblemType.EVIDENCE_TOO_THIN;
                        case SECOND_WAVE -> ProblemType.TREND_NEEDS_TWO_WAVES;
                    };
            throw type.because(refused.getMessage());
        }
    }

    private static boolean isIn(SortedSet<Area> places, RecordedPoll poll) {
        Area area = poll.poll().key().area();
        return area.seatCode().isPresent() && places.contains(area);
    }

    private static List<Polled> asked(List<RecordedPoll> polls, PollFilter filter) {
        return Polled.of(polls)
                .filter(polled -> filter.question() == null || polled.asked().question() == filter.question())
                .toList();
    }
}
