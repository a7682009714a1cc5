package uk.hustings.seats.seat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.seats.facts.DatedPage;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.ranking.domain.RankedSeat;

/**
 * The seats that a query asked for, in the order that it asked for, and for which day and boundary set.
 *
 * @param question everything that decides which seats these are and in which order
 */
public record FoundSeats(
        Facts facts,
        LocalDate day,
        String boundarySet,
        SeatFilter.Wanted wanted,
        List<RankedSeat> seats,
        List<Object> question) {

    private static final double MOST_POINTS = 100;

    /**
     * Reads the parameter {@code maxSwing}; null if absent.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER unless it is -100 to 100 points
     */
    public static Double maxSwing(String text) {
        return QueryParameter.decimal("maxSwing", text, -MOST_POINTS, MOST_POINTS);
    }

    /** Whether a seat requires no more swing than this; if this is null, any does. */
    public static boolean isWithin(Double maxSwing, RankedSeat seat) {
        return maxSwing == null || seat.gap() != null && seat.gap().swingRequiredPts() <= maxSwing;
    }

    /**
     * One page of them.
     *
     * @param list what tells this list from others, for cursors
     * @param view makes what is shown of a seat and its distance; the distance is null if no place was named
     */
    public <V> DatedPage<V> page(String list, Integer limit, String cursor, BiFunction<RankedSeat, Double, V> view) {
        PageRequest request = PageRequest.of(limit, cursor, list, question);
        Page<RankedSeat> page =
                Page.of(seats, request, seat -> seat.standing().seat().code().value());
        return DatedPage.of(facts, day, boundarySet, page, seat -> shown(seat, view));
    }

    /** All of them as a file. */
    public <V> CsvFile csv(Table<V> table, BiFunction<RankedSeat, Double, V> view) {
        return table.csv(() -> seats.stream().map(seat -> shown(seat, view)));
    }

    private <V> V shown(RankedSeat seat, BiFunction<RankedSeat, Double, V> view) {
        return view.apply(seat, wanted.distanceKm(seat.standing().seat()));
    }
}
