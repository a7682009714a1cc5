package uk.hustings.seats.seat.domain;

import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;

/**
 * Two seats of a boundary set that touch.
 *
 * @param a the one whose code comes first
 * @param sharedKm length of the boundary that they share, kilometres, more than 0
 */
public record Border(String boundarySet, SeatCode a, SeatCode b, double sharedKm) {

    /** The same border whichever of the two is named first. */
    public static Border between(String boundarySet, SeatCode one, SeatCode other, double sharedKm) {
        boolean ordered = one.compareTo(other) < 0;
        return new Border(boundarySet, ordered ? one : other, ordered ? other : one, sharedKm);
    }

    /** Both of them. */
    public Stream<SeatKey> seats() {
        return Stream.of(a, b).map(code -> new SeatKey(boundarySet, code));
    }

    /** The one that is not {@code seat}. */
    public SeatKey otherThan(SeatKey seat) {
        return new SeatKey(boundarySet, seat.code().equals(a) ? b : a);
    }
}
