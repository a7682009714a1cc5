package uk.hustings.polls.reading;

import java.util.List;
import java.util.SortedSet;
import uk.hustings.access.Caller;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.PollFilter;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.reading.domain.Polled;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * The polls that a caller asked about and may know of.
 *
 * @param places seats that were asked for; null for any
 * @param polls newest fieldwork first; withdrawn ones are never among them
 * @param asked their questions in the same order; only the one that was asked for, if one was
 * @param earlier the same as {@code asked} and what was asked before the time that was asked for
 */
record Selection(
        Caller caller,
        Evidence evidence,
        SeatBook seats,
        PollFilter filter,
        SortedSet<Area> places,
        List<RecordedPoll> polls,
        List<Polled> asked,
        List<Polled> earlier) {

    /** What decides which items are in a list that is made of this, and in which order; for cursors. */
    Object[] view(String list, Object... more) {
        return new Object[] {list, filter, places, evidence.sight(), more};
    }

    /** Only polls of seats. */
    Selection ofSeats() {
        return new Selection(
                caller,
                evidence,
                seats,
                filter,
                places,
                polls.stream().filter(Selection::isOfSeat).toList(),
                asked.stream().filter(polled -> isOfSeat(polled.recorded())).toList(),
                earlier.stream().filter(polled -> isOfSeat(polled.recorded())).toList());
    }

    /**
     * The question that a figure is made of.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if none was named
     */
    Question question() {
        return QueryParameter.required("question", filter.question());
    }

    /** What has figures; of each area the latest only, if that is asked for. */
    List<Polled> withFigures(boolean latestOnly) {
        List<Polled> figures = asked.stream().filter(Polled::hasFigures).toList();
        return latestOnly ? Polled.latestOfEachArea(figures) : figures;
    }

    static List<RecordedPoll> recorded(List<Polled> asked) {
        return asked.stream().map(Polled::recorded).distinct().toList();
    }

    private static boolean isOfSeat(RecordedPoll poll) {
        return poll.poll().key().area().geography() == Geography.SEAT;
    }
}
