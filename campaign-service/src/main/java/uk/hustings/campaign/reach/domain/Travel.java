package uk.hustings.campaign.reach.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * A journey by road, one way. The shorter one in time comes first, of two that take as long the one with fewer kilometres.
 *
 * @param kilometres 0 or more
 * @param hours 0 or more
 */
public record Travel(double kilometres, double hours) implements Comparable<Travel> {

    /** Where one is already. */
    public static final Travel NONE = new Travel(0, 0);

    /** Hours that somebody who travels gives on a day, travel both ways included; assumed. */
    public static final double HOURS_OF_A_DAY = 6;

    /** Roads are longer than the great circle by about so much; assumed. */
    private static final double DETOUR = 1.3;

    /** Assumed. */
    private static final double KILOMETRES_PER_HOUR = 60;

    private static final Comparator<Travel> QUICKEST_FIRST =
            Comparator.comparingDouble(Travel::hours).thenComparingDouble(Travel::kilometres);

    /** @throws IllegalArgumentException if a figure is negative, infinite or not a number */
    public Travel {
        if (!isLength(kilometres) || !isLength(hours)) {
            throw new IllegalArgumentException("Kilometres and hours of a journey are 0 or more.");
        }
    }

    /** As long as no travel times are imported: great-circle distance × 1.3 at 60 km/h. */
    public static Travel between(Point from, Point to) {
        double kilometres = from.kilometresTo(to) * DETOUR;
        return new Travel(kilometres, kilometres / KILOMETRES_PER_HOUR);
    }

    /** Hours of a person's day that are lost to travel, there and back; all of it at most. */
    public double hoursLostOfADay() {
        return Math.min(2 * hours, HOURS_OF_A_DAY);
    }

    /** What is left of a person's day for work, 0 to 1: 1 − 2·hours/6. */
    public double productiveShare() {
        return 1 - hoursLostOfADay() / HOURS_OF_A_DAY;
    }

    /** To one decimal place. */
    public BigDecimal roundedKilometres() {
        return rounded(kilometres, 1);
    }

    /** To two decimal places. */
    public BigDecimal roundedHours() {
        return rounded(hours, 2);
    }

    @Override
    public int compareTo(Travel other) {
        return QUICKEST_FIRST.compare(this, other);
    }

    private static BigDecimal rounded(double figure, int decimals) {
        return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static boolean isLength(double figure) {
        return figure >= 0 && figure < Double.POSITIVE_INFINITY;
    }
}
