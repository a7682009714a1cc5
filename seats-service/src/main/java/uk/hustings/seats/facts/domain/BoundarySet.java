package uk.hustings.seats.facts.domain;

import java.time.LocalDate;

/**
 * Seats that cover the country without a gap, and when one votes in them.
 *
 * @param code for example {@code 2010}
 * @param inForceFrom polling day of the first general election held on it; null if there was none yet
 * @param inForceTo the day before the next set's; null if none has followed
 * @param seats how many are recorded
 */
public record BoundarySet(String code, LocalDate inForceFrom, LocalDate inForceTo, int seats) {

    boolean isInForceOn(LocalDate day) {
        return inForceFrom != null && !day.isBefore(inForceFrom) && !isOverOn(day);
    }

    boolean isOverOn(LocalDate day) {
        return inForceTo != null && day.isAfter(inForceTo);
    }
}
