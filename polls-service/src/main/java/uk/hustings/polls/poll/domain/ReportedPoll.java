package uk.hustings.polls.poll.domain;

import java.util.Optional;
import uk.hustings.polls.seatref.domain.Seat;

/**
 * A poll as somebody reported it.
 *
 * @param sampleSize people asked; null if unknown
 */
public record ReportedPoll(SeatPollKey key, Visibility visibility, Integer sampleSize, Figures figures) {

    /** Empty if fewer than two answers have a figure, or the question has no winner. */
    public Optional<Lead> lead() {
        return key.question().answersExcludeEachOther() ? Lead.of(figures.shares()) : Optional.empty();
    }

    /**
     * Swing since the seat's latest contest polled before the fieldwork ended; empty if that cannot be told.
     *
     * @param seat the poll's own
     */
    public Optional<Swing> swing(Seat seat) {
        if (!key.question().comparesWithResults() || key.fieldworkEnd() == null) {
            return Optional.empty();
        }
        return seat.latestContestBefore(key.fieldworkEnd())
                .flatMap(baseline -> Swing.since(baseline, figures.shares()));
    }
}
