package uk.hustings.polls.average;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures of models as they are told: with no more digits than they deserve. */
public final class Rounded {

    private static final int POINTS = 2;
    private static final int PROBABILITY = 5;

    private Rounded() {}

    /** Points, seats and whatever else two decimals do for. */
    public static double points(double figure) {
        return to(POINTS, figure);
    }

    /** From 0 to 1. */
    public static double probability(double figure) {
        return to(PROBABILITY, figure);
    }

    private static double to(int decimals, double figure) {
        // Adding nothing makes 0 of −0.
        return BigDecimal.valueOf(figure)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }
}
