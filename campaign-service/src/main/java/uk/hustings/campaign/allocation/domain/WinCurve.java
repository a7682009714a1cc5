package uk.hustings.campaign.allocation.domain;

/** The probability that we win a seat, as a function of the lead that work there adds. It never falls. */
public interface WinCurve {

    /**
     * @param gainPts added to our lead over the strongest other party, in points, 0 or more
     * @return from 0 to 1
     */
    double probability(double gainPts);
}
