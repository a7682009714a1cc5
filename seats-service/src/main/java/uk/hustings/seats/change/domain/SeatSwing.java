package uk.hustings.seats.change.domain;

import java.util.Comparator;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.seat.domain.Seat;

/**
 * How a seat swung between two elections on the same boundaries.
 *
 * @param before votes in the first election
 * @param after votes in the second election
 * @param swingPts to the first of the pair; null if either did not stand in either election
 */
public record SeatSwing(
        Seat seat, Tally before, Tally after, String winnerBefore, String winnerAfter, Double swingPts) {

    /** Whoever swung most to the first of the pair first; seats without a swing last; equals by name. */
    public static final Comparator<SeatSwing> BY_SWING = Comparator.comparing(
                    SeatSwing::swingPts, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
            .thenComparing(SeatSwing::seat, Seat.BY_NAME);

    public static final Comparator<SeatSwing> BY_NAME = Comparator.comparing(SeatSwing::seat, Seat.BY_NAME);

    public static SeatSwing of(Seat seat, Contest before, Contest after, PartyPair pair, SwingMeasure measure) {
        Tally first = Tally.of(before);
        Tally second = Tally.of(after);
        return new SeatSwing(
                seat, first, second, before.winner(), after.winner(), measure.between(first, second, pair));
    }
}
