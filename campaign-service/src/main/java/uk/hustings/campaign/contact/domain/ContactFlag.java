package uk.hustings.campaign.contact.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uk.hustings.api.id.SeatCode;

/**
 * Counts that somebody should look at. A flag changes no count and locks nobody.
 *
 * @param localParty null if it is about all that work in the seat
 * @param from first day of what is looked at
 * @param to last day of it
 * @param channel null if it is about several
 * @param contacts what was counted; of the same count day after day, that count
 * @param most the most that would not have been flagged; null of the same count day after day
 * @param detail why, in words
 */
public record ContactFlag(
        Kind kind,
        SeatCode seat,
        String localParty,
        LocalDate from,
        LocalDate to,
        Channel channel,
        long contacts,
        Long most,
        String detail) {

    /** What looks wrong. */
    public enum Kind {
        /** More people were spoken to in the span than the seat has electors. */
        MORE_THAN_ELECTORS,
        /** One local party spoke to more of a seat's electors in a week than can be. */
        LARGE_WEEK,
        /** The same count by the same channel day after day. */
        SAME_NUMBERS,
        /** A week far beyond the local party's own history in the seat. */
        JUMP;

        /** As the API writes it, for example {@code same-numbers}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Set<String> codes() {
            return Arrays.stream(values()).map(Kind::code).collect(Collectors.toSet());
        }
    }
}
