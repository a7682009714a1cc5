package uk.hustings.campaign.contact.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * An ISO 8601 week, Monday to Sunday, of London days.
 *
 * @param monday its first day
 */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {

    private static final Pattern WEEK = Pattern.compile("(?!0000)[0-9]{4}-W[0-9]{2}");

    /** @throws IllegalArgumentException if the day is no Monday */
    public IsoWeek {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("A week begins on a Monday, not on " + monday);
        }
    }

    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /**
     * Reads a week as {@link #toString} writes it, for example {@code 2015-W16}.
     *
     * @throws IllegalArgumentException if the text is no week of the years 1 to 9999
     */
    public static IsoWeek parse(String text) {
        if (!WEEK.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        try {
            return new IsoWeek(LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        } catch (DateTimeException noWeek) {
            throw new IllegalArgumentException(text, noWeek);
        }
    }

    public IsoWeek next() {
        return new IsoWeek(monday.plusWeeks(1));
    }

    /** For example {@code 2015-W16}; the year is the week's own, which at New Year may not be the day's. */
    @Override
    public String toString() {
        int week = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return monday.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday.compareTo(other.monday);
    }
}
