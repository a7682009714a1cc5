package uk.hustings.api.param;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.text.domain.Limits;

/** Reads optional query parameters; null or blank is absent, anything unreadable is refused as INVALID_PARAMETER. */
public final class QueryParameter {

    private QueryParameter() {}

    /** A day, {@code YYYY-MM-DD}; null if absent. */
    public static LocalDate date(String name, String text) {
        return read(name, text, "a date (YYYY-MM-DD) " + Limits.YEARS, cell -> {
            LocalDate day = LocalDate.parse(cell);
            if (!Limits.isOrdinary(day)) {
                throw new IllegalArgumentException(cell);
            }
            return day;
        });
    }

    /** A whole number; null if absent. */
    public static Integer wholeNumber(String name, String text) {
        return read(name, text, "a whole number", Integer::valueOf);
    }

    /** A decimal number of a range, both ends included; null if absent. */
    public static Double decimal(String name, String text, double least, double most) {
        return read(name, text, "a number of %s to %s".formatted(plain(least), plain(most)), cell -> {
            double value = new BigDecimal(cell).doubleValue();
            if (value < least || value > most) {
                throw new IllegalArgumentException(cell);
            }
            return value;
        });
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A seat's code; null if absent. */
    public static SeatCode seat(String name, String text) {
        return read(name, text, "a seat code, a capital letter and eight digits", SeatCode::fromString);
    }

    /** One of the codes that are known; null if absent. */
    public static String oneOf(String name, String text, Collection<String> known) {
        return read(name, text, "one of " + known.stream().sorted().toList(), code -> {
            if (!known.contains(code)) {
                throw new IllegalArgumentException(code);
            }
            return code;
        });
    }

    /**
     * Refuses a last day that lies before the first.
     *
     * @param last null if open
     * @param first null if open
     */
    public static void refuseBefore(String lastName, LocalDate last, String firstName, LocalDate first) {
        if (first != null && last != null && last.isBefore(first)) {
            throw refused(lastName, "%s must not be before %s".formatted(lastName, firstName));
        }
    }

    /** A parameter that must be given. */
    public static <T> T required(String name, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> refused(name, name + " must be given"));
    }

    /** A refusal of a parameter. */
    public static Problem refused(String name, String detail) {
        return ProblemType.INVALID_PARAMETER.because(detail).with("parameter", name);
    }

    private static <T> T read(String name, String text, String expected, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw refused(name, "%s must be %s".formatted(name, expected));
        }
    }
}
