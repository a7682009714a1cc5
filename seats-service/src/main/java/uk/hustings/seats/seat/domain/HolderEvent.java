package uk.hustings.seats.seat.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What changed a seat's holder without an election.
 *
 * @param day from its beginning
 * @param party of the member from then on; null for a vacancy
 * @param note null if there is nothing to add
 * @param source where this is known from
 */
public record HolderEvent(SeatKey seat, LocalDate day, Kind kind, String party, String note, String source) {

    /** The member went over to another party, or the seat fell vacant. */
    public enum Kind {
        DEFECTION,
        VACANCY;

        /** As it is written on the wire: {@code defection} or {@code vacancy}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> fromCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }
}
