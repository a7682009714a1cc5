package uk.hustings.polls.seatref.domain;

import java.time.LocalDate;

/**
 * Seats that cover the country without a gap.
 *
 * @param code for example {@code 2010}
 * @param from polling day of the first general election held on it; null if there was none yet
 * @param to the day before the next set's; null if none has followed
 */
public record BoundarySet(String code, LocalDate from, LocalDate to) {

    public boolean isInForceOn(LocalDate day) {
        return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
