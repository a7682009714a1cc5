package uk.hustings.polls.poll.domain;

import java.util.Optional;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.seatref.domain.Seat;

/**
 * Where people were asked.
 *
 * @param code GSS code of the region or seat; null for GB and the UK
 * @param boundarySet the set that a seat's code belongs to, for some codes stand in two; null unless it is a seat
 * @throws IllegalArgumentException if code and boundary set do not go with the geography
 */
public record Area(Geography geography, String code, String boundarySet) {

    public static final Area GB = new Area(Geography.GB, null, null);
    public static final Area UK = new Area(Geography.UK, null, null);

    public Area {
        boolean coded = geography == Geography.REGION || geography == Geography.SEAT;
        if (coded == (code == null) || (geography == Geography.SEAT) == (boundarySet == null)) {
            throw new IllegalArgumentException("A region has a code, a seat a code and a boundary set");
        }
    }

    /** @param code GSS code; for Scotland, Wales and Northern Ireland that of the country */
    public static Area region(String code) {
        return new Area(Geography.REGION, code, null);
    }

    public static Area seat(String boundarySet, SeatCode code) {
        return new Area(Geography.SEAT, code.value(), boundarySet);
    }

    public static Area of(Seat seat) {
        return seat(seat.boundarySet(), seat.code());
    }

    /** Empty unless it is a seat. */
    public Optional<SeatCode> seatCode() {
        return geography == Geography.SEAT ? Optional.of(SeatCode.fromString(code)) : Optional.empty();
    }

    /** GB or the UK. */
    public boolean isNational() {
        return code == null;
    }
}
