package uk.hustings.campaign.resource.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The work of a local party in one week, summed over seats: at home, and as a donor in twinned seats.
 *
 * @param atHome by kind; a kind without work is left out
 * @param twinned likewise
 */
public record MeasuredWork(Map<ResourceKind, BigDecimal> atHome, Map<ResourceKind, BigDecimal> twinned) {

    public static MeasuredWork of(Collection<WorkInSeat> seats) {
        return new MeasuredWork(sum(seats, seat -> !seat.twinned()), sum(seats, WorkInSeat::twinned));
    }

    /** At home and in twinned seats together. */
    public Map<ResourceKind, BigDecimal> total() {
        Map<ResourceKind, BigDecimal> total = new EnumMap<>(ResourceKind.class);
        total.putAll(atHome);
        twinned.forEach((kind, amount) -> total.merge(kind, amount, BigDecimal::add));
        return total;
    }

    private static Map<ResourceKind, BigDecimal> sum(Collection<WorkInSeat> seats, Predicate<WorkInSeat> which) {
        Map<ResourceKind, BigDecimal> sum = new EnumMap<>(ResourceKind.class);
        seats.stream().filter(which).forEach(seat -> seat.measured()
                .forEach((kind, amount) -> sum.merge(kind, amount, BigDecimal::add)));
        return sum;
    }
}
