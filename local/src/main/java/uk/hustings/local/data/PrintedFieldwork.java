package uk.hustings.local.data;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of fieldwork as PollBase prints them for by-elections: {@code 5-6 Jan}, {@code 28 Dec - 7 Jan}, or
 * {@code 29-1 Sep} for 29 August to 1 September.
 *
 * @param start null if it was not printed
 */
record PrintedFieldwork(LocalDate start, LocalDate end) {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})(?: (\\p{Alpha}{3}))? ?- ?(\\d{1,2} \\p{Alpha}{3})");
    private static final Pattern ONE_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * @param text empty if no days were printed: then the fieldwork had ended on the day of publication at the latest
     * @param published tells the year
     * @throws IllegalArgumentException if the text is of another form
     */
    static PrintedFieldwork of(String text, LocalDate published) {
        if (text.isEmpty()) {
            return new PrintedFieldwork(null, published);
        }
        if (ONE_DAY.matcher(text).matches()) {
            return new PrintedFieldwork(LocalDate.parse(text), LocalDate.parse(text));
        }
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            throw new IllegalArgumentException("Not days of fieldwork: " + text);
        }
        LocalDate end = latest(days.group(3), published);
        return new PrintedFieldwork(start(days.toMatchResult(), end), end);
    }

    String firstDay() {
        return Objects.toString(start, "");
    }

    String lastDay() {
        return end.toString();
    }

    private static LocalDate start(MatchResult days, LocalDate end) {
        if (days.group(2) != null) {
            return latest(days.group(1) + " " + days.group(2), end);
        }
        int day = Integer.parseInt(days.group(1));
        return (day > end.getDayOfMonth() ? end.minusMonths(1) : end).withDayOfMonth(day);
    }

    /** The last such day that is not after the other one. */
    private static LocalDate latest(String dayAndMonth, LocalDate notAfter) {
        LocalDate day = LocalDate.parse(dayAndMonth + " " + notAfter.getYear(), DAY);
        return day.isAfter(notAfter) ? day.minusYears(1) : day;
    }
}
