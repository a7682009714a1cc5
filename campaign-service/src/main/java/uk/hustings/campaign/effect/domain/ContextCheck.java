package uk.hustings.campaign.effect.domain;

/**
 * Whether a set of effects may be used for an election of some kind. Contexts are never mixed without somebody saying why: a
 * leaflet that raised turnout by 4.3 points in a local election did next to nothing at the general election a month later.
 */
public sealed interface ContextCheck {

    /** The set is of this context, or takes all work to have no effect, which is the same everywhere. */
    record Fits() implements ContextCheck {}

    /** The set is of another context, and somebody said why it is used all the same. */
    record Allowed(EffectContext measuredIn, String reason) implements ContextCheck {}

    /** The set is of another context. */
    record Refused(String detail) implements ContextCheck {}

    /** @param allowOtherContext why a set of another context may be used; null or blank if nobody allowed it */
    static ContextCheck requireContext(EffectSet set, EffectContext wanted, String allowOtherContext) {
        if (set.context() == wanted || set.nought()) {
            return new Fits();
        }
        if (allowOtherContext != null && !allowOtherContext.isBlank()) {
            return new Allowed(set.context(), allowOtherContext);
        }
        return new Refused("The effects of %s, version %d, are of %s, not of %s. Give a reason in"
                        .formatted(set.id(), set.version(), set.context().inWords(), wanted.inWords())
                + " allowOtherContext if they are to be used all the same.");
    }
}
