package uk.hustings.campaign.twinning.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A way by road, one way, as long as no road matrix is imported: great-circle distance × 1.3 at 60 km/h.
 *
 * @param kilometres by road
 */
public record Travel(double kilometres) implements Comparable<Travel> {

    /** Roads are longer than the flight of a crow by about so much. */
    private static final double DETOUR = 1.3;

    private static final double KILOMETRES_PER_HOUR = 60;

    public static Travel between(Point from, Point to) {
        return new Travel(from.kilometresTo(to) * DETOUR);
    }

    /** From whichever of the places is nearest; empty if there is none. */
    public static Optional<Travel> fromNearest(Collection<Point> from, Point to) {
        return from.stream().map(place -> between(place, to)).min(Comparator.naturalOrder());
    }

    public double hours() {
        return kilometres / KILOMETRES_PER_HOUR;
    }

    /** To one decimal place. */
    public BigDecimal roundedKilometres() {
        return BigDecimal.valueOf(kilometres).setScale(1, RoundingMode.HALF_UP);
    }

    /** To two decimal places. */
    public BigDecimal roundedHours() {
        return BigDecimal.valueOf(hours()).setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Travel other) {
        return Double.compare(kilometres, other.kilometres);
    }
}
