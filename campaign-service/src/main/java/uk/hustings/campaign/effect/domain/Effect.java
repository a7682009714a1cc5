package uk.hustings.campaign.effect.domain;

/**
 * What one kind of work does.
 *
 * @param outcome what a contact changes; for a visit, what it is thought to change
 * @param value in points of {@link EffectChannel#unit()}, 0 to {@value #MOST_POINTS}
 * @param standardError in the same points, 0 to {@value #MOST_POINTS}
 * @param halfLifeWeeks weeks after which half of the effect is left, more than 0 to {@value #MOST_WEEKS}; null if it does not
 *     decay before polling day
 * @param contactsPerUnit contacts that an hour or an item makes, more than 0 to {@value #MOST_CONTACTS_PER_UNIT}; 0 for a visit
 * @param source where the figures are from; never blank
 * @param sourceUrl where to read it; null if that is not known
 */
public record Effect(
        EffectChannel channel,
        Outcome outcome,
        double value,
        double standardError,
        Double halfLifeWeeks,
        double contactsPerUnit,
        String source,
        String sourceUrl) {

    /** No trial has found as much; a larger number is a slip, such as a share for points. */
    public static final double MOST_POINTS = 20;

    /** Ten years. */
    public static final double MOST_WEEKS = 520;

    public static final double MOST_CONTACTS_PER_UNIT = 1000;

    /** @throws IllegalArgumentException if a figure is outside its range or not a number, or if there is no source */
    public Effect {
        require(isPoints(value), "value");
        require(isPoints(standardError), "standardError");
        require(halfLifeWeeks == null || isHalfLife(halfLifeWeeks), "halfLifeWeeks");
        require(areContactsPerUnit(channel, contactsPerUnit), "contactsPerUnit");
        require(source != null && !source.isBlank(), "source");
    }

    /** Whether this can be the value or the standard error of an effect; not a number is not. */
    public static boolean isPoints(double points) {
        return points >= 0 && points <= MOST_POINTS;
    }

    public static boolean isHalfLife(double weeks) {
        return weeks > 0 && weeks <= MOST_WEEKS;
    }

    public static boolean areContactsPerUnit(EffectChannel channel, double contacts) {
        return channel == EffectChannel.VISIT ? contacts == 0 : contacts > 0 && contacts <= MOST_CONTACTS_PER_UNIT;
    }

    /** Votes that one contact adds to the lead; 0 for a visit, which makes no contacts. */
    public double leadVotesPerContact() {
        return channel == EffectChannel.VISIT ? 0 : value / 100 * outcome.votesInLead();
    }

    /** Votes that one productive hour or one item adds to the lead as long as supporters are left to contact. */
    public double leadVotesPerUnit() {
        return leadVotesPerContact() * contactsPerUnit;
    }

    /** Points that one unit adds to the lead directly: those of a visit, 0 for anything else. */
    public double leadPointsPerUnit() {
        return channel == EffectChannel.VISIT ? value : 0;
    }

    /**
     * The part of the effect that is left on polling day, 0 to 1: 0.5 to the power of weeks ÷ half-life.
     *
     * @param weeks from the contact to polling day, 0 or more
     */
    public double remainingAfter(double weeks) {
        return halfLifeWeeks == null ? 1 : Math.pow(0.5, weeks / halfLifeWeeks);
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw new IllegalArgumentException("%s is not that of an effect".formatted(field));
        }
    }
}
