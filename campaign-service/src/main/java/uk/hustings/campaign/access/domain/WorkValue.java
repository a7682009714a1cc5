package uk.hustings.campaign.access.domain;

import uk.hustings.campaign.effect.domain.Effect;
import uk.hustings.campaign.effect.domain.EffectChannel;
import uk.hustings.campaign.effect.domain.LeadGain;
import uk.hustings.campaign.effect.domain.ShippedEffectSets;

/**
 * What an hour of an activist's work is worth in a seat: the points of win probability that it adds.
 *
 * @param contactsPerHour contacts that one activist makes in an hour
 * @param votesPerContact votes that one contact brings: 0.025 for mobilising at the doorstep (US meta-analysis; European
 *     trials find less)
 * @param turnout share of the electorate that votes, 0 to 1; of 2010: 0.651
 */
public record WorkValue(double contactsPerHour, double votesPerContact, double turnout) {

    /** Where the electorate of a seat is not known. */
    private static final int USUAL_ELECTORATE = 70_000;

    /** At the doorstep; assumed. */
    public static final double USUAL_CONTACTS_PER_HOUR = EffectChannel.DOORSTEP.usualContactsPerUnit();

    /** With the effect that trials in the United States found. */
    public static WorkValue atTheDoorstep(double contactsPerHour) {
        double votesPerContact = ShippedEffectSets.US_FIELD_TRIALS
                .of(EffectChannel.DOORSTEP)
                .map(Effect::leadVotesPerContact)
                .orElseThrow();
        return new WorkValue(contactsPerHour, votesPerContact, 0.651);
    }

    /**
     * How far the first hour moves the lead, in points, by the formula of allocation: 500 contacts a week for 6 weeks are 75
     * votes, 0.15 points of 50,000.
     */
    public double leadPtsPerHour(Integer electorate) {
        return LeadGain.slopeAtNought(
                contactsPerHour * votesPerContact, electorate == null ? USUAL_ELECTORATE : electorate, turnout);
    }

    /**
     * φ(m/σ)/σ · dlead/dhour: the win probability that one more hour adds.
     *
     * @param leadPts our expected lead over the strongest other, negative where we are behind
     * @param leadSdPts standard deviation of the lead, above 0
     */
    public double ofHour(double leadPts, double leadSdPts, Integer electorate) {
        double z = leadPts / leadSdPts;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return density / leadSdPts * leadPtsPerHour(electorate);
    }

    /** Hours that so many contacts take. */
    public double hours(long contacts) {
        return contacts / contactsPerHour;
    }
}
