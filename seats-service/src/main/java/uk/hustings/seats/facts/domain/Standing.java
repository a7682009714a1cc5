package uk.hustings.seats.facts.domain;

import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.seat.domain.Seat;

/**
 * How a seat stands on a day.
 *
 * @param latest its latest result polled by then, by-elections included; null if it had none
 */
public record Standing(Seat seat, Contest latest) {

    /** Code of the party that holds the seat; null if no result says so. */
    public String holder() {
        return latest == null ? null : latest.winner();
    }

    public boolean isHeldBy(String party) {
        return latest != null && latest.winner().equals(party);
    }
}
