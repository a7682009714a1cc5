package uk.hustings.campaign.twinning.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import uk.hustings.api.id.SeatCode;

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
    public record Target(SeatCode seatCode, Integer rank, Point place) {}

    /** A target with the way to it. */
    public record Reachable(Target target, Travel travel) {}

    /**
     * @param from the places of the donor's own seats; one sets out from the nearest
     * @param limitHours longest way, one way
     */
    public static List<Reachable> within(Collection<Point> from, Collection<Target> targets, double limitHours) {
        return targets.stream()
                .flatMap(target ->
                        Travel.fromNearest(from, target.place()).map(travel -> new Reachable(target, travel)).stream())
                .filter(reachable -> reachable.travel().hours() <= limitHours)
                .sorted(NEAREST_FIRST)
                .toList();
    }
}
