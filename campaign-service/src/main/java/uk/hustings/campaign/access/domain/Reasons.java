package uk.hustings.campaign.access.domain;

import uk.hustings.campaign.access.domain.CutOff.Locked;
import uk.hustings.campaign.access.domain.CutOff.Warned;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Why, in words for those whom it concerns. */
public final class Reasons {

    private Reasons() {}

    public static String locked(Locked locked, AccessPolicy policy, BattlegroundClass seatClass) {
        return "%d contacts by %s in week %s are more than the %d that access policy %d allows in a %s seat."
                .formatted(
                        locked.contacts(),
                        policy.channelsInWords(),
                        locked.week().week(),
                        policy.weeklyLimit(),
                        policy.version(),
                        seatClass.code());
    }

    public static String warned(Warned warned, AccessPolicy policy) {
        return "%d contacts by %s in week %s: %d more are allowed, then access policy %d locks the seat."
                .formatted(
                        warned.contacts(),
                        policy.channelsInWords(),
                        warned.week().week(),
                        warned.contactsLeft(),
                        policy.version());
    }

    public static String correctedBelowLimit(AccessPolicy policy) {
        return "A correction brought the count to the %d that access policy %d allows, or fewer."
                .formatted(policy.weeklyLimit(), policy.version());
    }
}
