package uk.hustings.campaign.allocation.domain;

/**
 * One way to use a supply: in one seat.
 *
 * @param supply id of the supply
 * @param seatCode where the work is done
 * @param home whether it is a seat of the donor's own; work elsewhere is a move
 * @param travelHours one way, 0 or more
 * @param votesPerUnit votes that one unit brings there before anybody is reached twice, travel taken off; 0 or more
 * @param hoursPerUnit hours of work in one unit, 0 or more
 * @param poundsPerUnit pounds that one unit costs, 0 or more
 * @param min units that must be used so
 * @param max most units that may be used so, {@code min} or more; infinite for no limit of its own
 */
public record WorkOption(
        String supply,
        String seatCode,
        boolean home,
        double travelHours,
        double votesPerUnit,
        double hoursPerUnit,
        double poundsPerUnit,
        double min,
        double max) {

    public WorkOption {
        for (double amount : new double[] {travelHours, votesPerUnit, hoursPerUnit, poundsPerUnit, min}) {
            if (!(amount >= 0) || !Double.isFinite(amount)) {
                throw new IllegalArgumentException("%s in %s: %s".formatted(supply, seatCode, amount));
            }
        }
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "%s in %s: at least %s, at most %s".formatted(supply, seatCode, min, max));
        }
    }

    /** How much of a seat's limit one unit takes. */
    double perUnit(Measure measure) {
        return switch (measure) {
            case HOURS -> hoursPerUnit;
            case POUNDS -> poundsPerUnit;
        };
    }
}
