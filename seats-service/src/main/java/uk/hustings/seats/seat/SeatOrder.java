package uk.hustings.seats.seat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.seat.domain.Seat;

/**
 * By what a list of seats is sorted, and which way.
 *
 * @param descending the greatest first; what is not known comes last either way
 */
public record SeatOrder(By by, boolean descending) {

    /** What seats can be sorted by. */
    public enum By {
        NAME,
        MAJORITY,
        SWING,
        DISTANCE;

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the parameter is told of. */
    public static final String DESCRIPTION =
            "name, majority, swing (needs a challenger) or distance (needs near); a minus before it turns the order";

    /**
     * @param text for example {@code majority} or {@code -majority}
     * @param otherwise if none is given
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER if this is no order or there is nothing to sort by
     */
    public static SeatOrder read(String text, By otherwise, boolean challenged, SeatFilter.Wanted wanted) {
        List<String> codes = Stream.of(By.values())
                .flatMap(by -> Stream.of(by.code(), "-" + by.code()))
                .toList();
        String code = QueryParameter.oneOf("sort", text, codes);
        boolean descending = code != null && code.startsWith("-");
        By by = code == null
                ? otherwise
                : By.valueOf(code.substring(descending ? 1 : 0).toUpperCase(Locale.ROOT));
        if (by == By.SWING && !challenged) {
            throw QueryParameter.refused("sort", "sort by swing needs challenger, the party that looks");
        }
        if (by == By.DISTANCE && wanted.near() == null) {
            throw QueryParameter.refused("sort", "sort by distance needs near, the place to measure from");
        }
        return new SeatOrder(by, descending);
    }

    /** Equals stand by name. */
    public Comparator<RankedSeat> comparator(SeatFilter.Wanted wanted) {
        Comparator<RankedSeat> byName =
                Comparator.comparing(ranked -> ranked.standing().seat(), Seat.BY_NAME);
        return switch (by) {
            case NAME -> descending ? byName.reversed() : byName;
            case MAJORITY ->
                figures(ranked -> ranked.standing().latest() == null
                                ? null
                                : ranked.standing().latest().majorityPct())
                        .thenComparing(byName);
            case SWING ->
                figures(ranked -> ranked.gap() == null ? null : ranked.gap().leadPts())
                        .thenComparing(byName);
            case DISTANCE ->
                figures(ranked -> wanted.distanceKm(ranked.standing().seat())).thenComparing(byName);
        };
    }

    private Comparator<RankedSeat> figures(Function<RankedSeat, Double> figure) {
        Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(figure, Comparator.nullsLast(order));
    }
}
