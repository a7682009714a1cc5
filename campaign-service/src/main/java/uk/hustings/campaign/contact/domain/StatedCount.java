package uk.hustings.campaign.contact.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A line of counts as somebody sent it; nothing is known to be right yet.
 *
 * @param codes those that were sent
 */
public record StatedCount(
        LocalDate day, String channel, Integer attempts, Integer contacts, Map<CanvassCode, Integer> codes) {

    /** The most that any figure may be. */
    public static final int MOST = 1_000_000;

    /** First day of the boundaries of 2010: nobody canvassed these seats before. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 12);

    /** The field of a fault of the codes' sum. */
    public static final String CODES = "codes";

    /** Takes what is wrong with a line. */
    public interface Faults {

        /**
         * @param field {@code day}, {@code channel}, {@code attempts}, {@code contacts}, a code's field or {@link #CODES}
         */
        void add(String field, String detail);
    }

    /**
     * Tells everything that is wrong.
     *
     * @param today London day
     * @return what is to be recorded; null if anything is wrong
     */
    public DayCount check(LocalDate today, Faults faults) {
        Told told = new Told(faults);
        if (day == null) {
            told.add("day", "must not be empty");
        } else if (day.isAfter(today)) {
            told.add("day", "must not lie in the future; today is " + today);
        } else if (day.isBefore(FIRST_DAY)) {
            told.add("day", "must be " + FIRST_DAY + " or later");
        }
        Channel by = Channel.fromCode(channel).orElse(null);
        if (by == null) {
            told.add("channel", "must be one of " + Channel.codes());
        }
        if (contacts == null) {
            told.add("contacts", "must not be empty");
        }
        told.range("contacts", contacts);
        told.range("attempts", attempts);
        codes.forEach((code, number) -> told.range(code.field(), number));
        if (!told.any && attempts != null && contacts > attempts) {
            told.add("contacts", "must not be more than the %d attempts, was %d".formatted(attempts, contacts));
        }
        if (!told.any) {
            checkCodes(told);
        }
        return told.any ? null : new DayCount(day, by, attempts, contacts, codes);
    }

    private void checkCodes(Told told) {
        long spokenTo = sum(CanvassCode.OF_CONTACTS);
        if (spokenTo > contacts) {
            told.add(
                    CODES,
                    "%s must not add up to more than the %d contacts, was %d"
                            .formatted(CanvassCode.inWords(CanvassCode.OF_CONTACTS), contacts, spokenTo));
        }
        long others = sum(CanvassCode.OF_OTHERS);
        if (attempts != null && others > attempts - contacts) {
            told.add(
                    CODES,
                    "%s must not add up to more than the %d attempts that were no contacts, was %d"
                            .formatted(CanvassCode.inWords(CanvassCode.OF_OTHERS), attempts - contacts, others));
        }
    }

    private long sum(Set<CanvassCode> of) {
        return codes.entrySet().stream()
                .filter(known -> of.contains(known.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static final class Told {

        private final Faults faults;
        private boolean any;

        Told(Faults faults) {
            this.faults = faults;
        }

        void add(String field, String detail) {
            any = true;
            faults.add(field, detail);
        }

        void range(String field, Integer number) {
            if (number != null && (number < 0 || number > MOST)) {
                add(field, "must be 0 to %d, was %d".formatted(MOST, number));
            }
        }
    }
}
