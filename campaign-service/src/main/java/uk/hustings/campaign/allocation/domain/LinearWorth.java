package uk.hustings.campaign.allocation.domain;

/**
 * A seat of which each point of lead is worth the same.
 *
 * @param perPoint what a point is worth, 0 or more
 */
record LinearWorth(double perPoint) implements WinCurve {

    @Override
    public double probability(double gainPts) {
        return perPoint * gainPts;
    }
}
