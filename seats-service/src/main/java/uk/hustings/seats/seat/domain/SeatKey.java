package uk.hustings.seats.seat.domain;

import uk.hustings.api.id.SeatCode;

/**
 * What tells a seat from every other: some codes stand in two boundary sets, for different areas.
 *
 * @param boundarySet for example {@code 2010}
 */
public record SeatKey(String boundarySet, SeatCode code) {

    /** For example {@code 2010/E14000653}. */
    @Override
    public String toString() {
        return boundarySet + "/" + code;
    }
}
