package uk.hustings.seats.ranking.domain;

import java.util.Locale;
import uk.hustings.seats.seat.domain.Seat;

/**
 * What became of a seat between two rankings.
 *
 * @param before its place in the earlier one; null if it was not in it
 * @param after its place in the later one; null if it is not in it
 */
public record Move(Seat seat, Kind kind, Reason reason, RankedSeat before, RankedSeat after) {

    /** Whether the seat came into the compared part of the ranking, left it, or went up or down within. */
    public enum Kind {
        ENTERED,
        LEFT,
        UP,
        DOWN,
        STAYED;

        /** As it is written on the wire, for example {@code entered}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why. */
    public enum Reason {
        /** The party has won the seat since. */
        WON,
        /** The party has lost the seat at an election since. */
        LOST,
        /** Its member has come over to the party or left it. */
        DEFECTION,
        /** The party held the seat before, and nobody does now. */
        VACANCY,
        /** The seat has had an election since. */
        NEW_RESULT,
        /** The seat's result is the same; others passed it or made room. */
        OTHERS_MOVED,
        /** Neither rank nor result has changed. */
        NONE;

        /** As it is written on the wire, for example {@code new-result}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
