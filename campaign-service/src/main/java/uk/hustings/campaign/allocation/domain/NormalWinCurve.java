package uk.hustings.campaign.allocation.domain;

/**
 * A win curve for a lead that is normally distributed: Φ((m + g) / σ).
 *
 * @param leadPts m, our expected lead without any work, in points; negative where we are behind
 * @param leadSdPts σ, standard deviation of that lead, in points, above 0
 */
public record NormalWinCurve(double leadPts, double leadSdPts) implements WinCurve {

    public NormalWinCurve {
        if (!Double.isFinite(leadPts) || !Double.isFinite(leadSdPts) || leadSdPts <= 0) {
            throw new IllegalArgumentException("a lead of %s with a deviation of %s".formatted(leadPts, leadSdPts));
        }
    }

    @Override
    public double probability(double gainPts) {
        return StandardNormal.cumulative((leadPts + gainPts) / leadSdPts);
    }
}
