package uk.hustings.campaign.twinning.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.reach.domain.Travel;

/** Where help is wanted within reach: nearest first, and of two that are equally near the better target. */
public final class NearestTargets {

    private static final Comparator<Reachable> NEAREST_FIRST = Comparator.comparing(Reachable::travel)
            .thenComparing(reachable -> reachable.target().rank(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(reachable -> reachable.target().seatCode());

    private NearestTargets() {}

    /**
     * A seat where help is wanted.
     *
     * @param rank as a target of our party, 1 the nearest; null if we hold it or did not stand
     */
    public record Target(SeatCode seatCode, Integer rank) {}

    /** A target with the way to it. */
    public record Reachable(Target target, Travel travel) {}

    /** @param limitHours longest way, one way; it is within reach itself */
    public static List<Reachable> within(Collection<Reachable> reachable, double limitHours) {
        return reachable.stream()
                .filter(one -> one.travel().hours() <= limitHours)
                .sorted(NEAREST_FIRST)
                .toList();
    }
}
