package uk.hustings.polls.seatref;

import java.time.LocalDate;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Places as the parameters of a query name them; each is refused with INVALID_PARAMETER if nobody knows it. */
public record Places(SeatBook book) {

    /** Code of a boundary set in the parameter {@code boundarySet}; null if absent. */
    public String boundarySet(String text) {
        return QueryParameter.oneOf("boundarySet", text, book.boundarySetCodes());
    }

    /**
     * The seat in the parameter {@code seat}; empty if absent.
     *
     * @param boundarySet null for the set in force on the day
     */
    public Optional<Seat> seat(String text, String boundarySet, LocalDate day) {
        SeatCode code = QueryParameter.seat("seat", text);
        if (code == null) {
            return Optional.empty();
        }
        Optional<Seat> found = boundarySet == null ? book.find(code, day) : book.find(boundarySet, code);
        if (found.isEmpty()) {
            throw QueryParameter.refused(
                    "seat", "seat names no seat that we know" + (boundarySet == null ? "" : " of set " + boundarySet));
        }
        return found;
    }

    /** GSS code in the parameter {@code region}, of any boundary set; null if absent. */
    public String region(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String code = text.strip();
        if (!book.hasRegion(code)) {
            throw QueryParameter.refused("region", "region names no region that we know");
        }
        return code;
    }
}
