package uk.hustings.seats.facts.domain;

import java.time.LocalDate;
import java.util.Locale;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.seat.domain.Seat;

/**
 * How a seat stands on a day.
 *
 * @param latest its latest result polled by then, by-elections included; the notional one while no
 *     election has been held in its boundaries; null if there is none
 * @param holder code of the party that holds the seat; null if it is vacant or no result says so
 * @param since when it came to be held so; null if no result says so
 * @param by what made it so; null if no result says so
 */
public record Standing(Seat seat, Contest latest, String holder, LocalDate since, By by) {

    /** What decides who holds a seat. */
    public enum By {
        ELECTION,
        DEFECTION,
        VACANCY,
        /** No election has been held in these boundaries: who would have won the last one. */
        NOTIONAL;

        /** As it is written on the wire, for example {@code defection}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isHeldBy(String party) {
        return party.equals(holder);
    }
}
