package uk.hustings.seats.seat;

import java.util.Set;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Sheet;
import uk.hustings.seats.seat.domain.SeatKey;

/** Reads a seat that a row names. */
final class KnownSeat {

    private KnownSeat() {}

    /** @return null, with a fault in the row, if it names no seat that is known */
    static SeatKey read(Sheet.Row row, String setColumn, String codeColumn, Set<SeatKey> known) {
        String boundarySet = row.requiredText(setColumn);
        SeatCode code = row.parsed(codeColumn, "a capital letter and eight digits", SeatCode::fromString);
        if (row.text(codeColumn) == null) {
            row.requiredText(codeColumn);
        }
        if (boundarySet == null || code == null) {
            return null;
        }
        SeatKey seat = new SeatKey(boundarySet, code);
        if (!known.contains(seat)) {
            row.fault(codeColumn, "is not a seat of boundary set " + boundarySet);
            return null;
        }
        return seat;
    }
}
