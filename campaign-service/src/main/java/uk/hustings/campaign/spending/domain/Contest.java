package uk.hustings.campaign.spending.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.api.id.SeatCode;

/**
 * The election that money is spent on.
 *
 * @param election for example {@code ge2015}, or {@code by-2014-11-20-E14000885}
 * @param pollingDay in London
 * @param seat where a by-election is held; null for a general election, which is held everywhere
 */
public record Contest(String election, LocalDate pollingDay, SeatCode seat) {

    /** What {@link #fromCode} reads, in words. */
    public static final String FORM =
            "the id of a general election, for example ge2015, or of a by-election, for example"
                    + " by-2014-11-20-E14000885";

    private static final Pattern BY_ELECTION = Pattern.compile("by-(\\d{4}-\\d{2}-\\d{2})-([A-Z]\\d{8})");

    private static final Map<String, Contest> PAST = Stream.of(
                    LocalDate.of(2010, 5, 6),
                    LocalDate.of(2015, 5, 7),
                    LocalDate.of(2017, 6, 8),
                    LocalDate.of(2019, 12, 12),
                    LocalDate.of(2024, 7, 4))
            .map(Contest::general)
            .collect(Collectors.toUnmodifiableMap(Contest::election, Function.identity()));

    public static Contest general(LocalDate pollingDay) {
        return new Contest("ge" + pollingDay.getYear(), pollingDay, null);
    }

    public static Contest byElection(LocalDate pollingDay, SeatCode seat) {
        return new Contest("by-%s-%s".formatted(pollingDay, seat), pollingDay, seat);
    }

    /**
     * @param current the general election that the campaign works towards
     * @throws IllegalArgumentException if it is neither a by-election, nor the current general election, nor one of 2010 to
     *     2024
     */
    public static Contest fromCode(String code, Contest current) {
        if (code.equals(current.election())) {
            return current;
        }
        if (PAST.containsKey(code)) {
            return PAST.get(code);
        }
        Matcher parts = BY_ELECTION.matcher(code);
        if (!parts.matches()) {
            throw new IllegalArgumentException(code);
        }
        try {
            return byElection(LocalDate.parse(parts.group(1)), new SeatCode(parts.group(2)));
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException(code, noDay);
        }
    }

    public boolean isByElection() {
        return seat != null;
    }

    public boolean isHeldIn(SeatCode where) {
        return seat == null || seat.equals(where);
    }
}
