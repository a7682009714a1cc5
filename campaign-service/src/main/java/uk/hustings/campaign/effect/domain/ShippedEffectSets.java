package uk.hustings.campaign.effect.domain;

import static uk.hustings.campaign.effect.domain.EffectChannel.DIRECT_MAIL;
import static uk.hustings.campaign.effect.domain.EffectChannel.DOORSTEP;
import static uk.hustings.campaign.effect.domain.EffectChannel.LEAFLET;
import static uk.hustings.campaign.effect.domain.EffectChannel.ORGANISER;
import static uk.hustings.campaign.effect.domain.EffectChannel.PHONE;
import static uk.hustings.campaign.effect.domain.EffectChannel.VISIT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sets that come with the suite. All effects are on turnout: trials find that persuasion at general elections is about
 * nought (Kalla and Broockman 2018). A figure whose source begins with "Assumed" is a judgement of ours.
 */
public final class ShippedEffectSets {

    /** Who answers for these sets. */
    public static final String AUTHOR = "Hustings";

    private static final String BHATTI_URL = "https://doi.org/10.1017/S0007123416000521";
    private static final String TOWNSLEY_URL = "https://doi.org/10.1017/psrm.2018.39";

    private static final String GREEN =
            "D. P. Green, M. C. McGrath and P. M. Aronow, Field Experiments and the Study of Voter Turnout, 2013: trials in the"
                    + " United States, 2.5 points for each person contacted (95% interval 1.8 to 3.3)";
    private static final String BHATTI =
            "Assumed: below half of the effect in the United States, with an error as large as the effect. Y. Bhatti and others, Is"
                    + " Door-to-Door Canvassing Effective in Europe?, 2016: the pooled European effect is substantially smaller"
                    + " and uncertain, two Danish trials found none";
    private static final String DROWNED =
            "Assumed: next to nothing. J. Townsley, Drowned Out by the Noise?, 2019: the effect of leaflets in a local election had"
                    + " virtually disappeared at the general election a month later";
    private static final String LOCAL_TRIAL =
            "Assumed: a quarter of one trial in a local election of 2017 (J. Townsley, Is it worth door-knocking?, 2018: 4.3"
                    + " points), with an error that covers nought";
    private static final String FEWER_VOTE =
            "Assumed: as in trials in the United States, most of which were in elections with a low turnout, with a wider error";
    private static final String AS_DOORSTEP =
            "Assumed: an organiser's hour brings about as much as an activist's at the doorstep";
    private static final String LESS_PERSONAL =
            "Assumed: less than at the doorstep, as field trials find for what is less personal";
    private static final String NO_TRIAL = "Assumed: no field trial of leaders' visits is known to us";
    private static final String NOTHING = "Assumed, to show what a plan is worth if no work has an effect";

    /** For general elections unless another is named: small effects with wide errors. */
    public static final EffectSet CAUTIOUS = new EffectSet(
            "cautious",
            1,
            "Cautious effects for general elections",
            EffectContext.GENERAL,
            List.of(
                    effect(DOORSTEP, 1, 1, BHATTI, BHATTI_URL),
                    effect(PHONE, 0.5, 0.5, LESS_PERSONAL, null),
                    new Effect(LEAFLET, Outcome.TURNOUT, 0.05, 0.2, 2.0, LEAFLET.usualContactsPerUnit(), DROWNED, null),
                    effect(DIRECT_MAIL, 0.1, 0.2, LESS_PERSONAL, null),
                    effect(ORGANISER, 1, 1, AS_DOORSTEP, null),
                    effect(VISIT, 0, 0.5, NO_TRIAL, null)));

    public static final EffectSet US_FIELD_TRIALS = new EffectSet(
            "us-field-trials",
            1,
            "Field trials in the United States",
            EffectContext.GENERAL,
            List.of(
                    effect(DOORSTEP, 2.5, 0.38, GREEN, null),
                    effect(PHONE, 1, 1, LESS_PERSONAL, null),
                    effect(LEAFLET, 0.2, 0.3, LESS_PERSONAL, null),
                    effect(DIRECT_MAIL, 0.2, 0.2, LESS_PERSONAL, null),
                    effect(ORGANISER, 2.5, 1, AS_DOORSTEP, null),
                    effect(VISIT, 0, 0.5, NO_TRIAL, null)));

    /** For by-elections unless another is named. */
    public static final EffectSet BY_ELECTION = new EffectSet(
            "by-election",
            1,
            "Effects for by-elections",
            EffectContext.BY_ELECTION,
            List.of(
                    effect(DOORSTEP, 2.5, 1, FEWER_VOTE, null),
                    effect(PHONE, 1, 1, LESS_PERSONAL, null),
                    effect(LEAFLET, 1, 1.5, LOCAL_TRIAL, TOWNSLEY_URL),
                    effect(DIRECT_MAIL, 0.5, 0.5, LESS_PERSONAL, null),
                    effect(ORGANISER, 2.5, 1, AS_DOORSTEP, null),
                    effect(VISIT, 0, 0.5, NO_TRIAL, null)));

    public static final EffectSet NO_EFFECT = new EffectSet(
            "no-effect",
            1,
            "No work has any effect",
            EffectContext.GENERAL,
            Arrays.stream(EffectChannel.values())
                    .map(channel -> effect(channel, 0, 0, NOTHING, null))
                    .toList());

    /** In the order in which they are listed. */
    public static final List<EffectSet> ALL = List.of(CAUTIOUS, US_FIELD_TRIALS, BY_ELECTION, NO_EFFECT);

    private ShippedEffectSets() {}

    public static Optional<EffectSet> find(String id) {
        return ALL.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /** The set that is used for an election unless another is named; none is shipped for local elections. */
    public static Optional<EffectSet> defaultFor(EffectContext context) {
        return Optional.ofNullable(
                switch (context) {
                    case GENERAL -> CAUTIOUS;
                    case BY_ELECTION -> BY_ELECTION;
                    case LOCAL -> null;
                });
    }

    private static Effect effect(EffectChannel channel, double value, double error, String source, String url) {
        return new Effect(channel, Outcome.TURNOUT, value, error, null, channel.usualContactsPerUnit(), source, url);
    }
}
