package uk.hustings.campaign.access.domain;

import uk.hustings.campaign.access.domain.CutOff.Locked;
import uk.hustings.campaign.access.domain.CutOff.Notice;
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

    public static String notice(Notice notice, AccessPolicy policy) {
        return "%d contacts by %s in week %s are more than the %d that access policy %d allows; unless the count comes down,"
                        .formatted(
                                notice.contacts(),
                                policy.channelsInWords(),
                                notice.week().week(),
                                policy.weeklyLimit(),
                                policy.version())
                + " the seat is locked when the notice ends.";
    }

    public static String correctedBelowLimit(AccessPolicy policy) {
        return "A correction brought the count to the %d that access policy %d allows, or fewer."
                .formatted(policy.weeklyLimit(), policy.version());
    }

    public static String allowedByNow(AccessPolicy policy) {
        return "Access policy %d, which is in force now, allows %d contacts by %s a week."
                .formatted(policy.version(), policy.weeklyLimit(), policy.channelsInWords());
    }

    public static String coveredNoMore(AccessPolicy policy, BattlegroundClass seatClass) {
        return "The seat is %s now, and access policy %d does not cover that class."
                .formatted(seatClass.code(), policy.version());
    }

    /** The seat has another owner, or the twinning has ended. */
    public static String worksThereNoMore() {
        return "The local party does not work in this seat any more.";
    }

    /** Nobody confirmed an emergency opening in time. */
    public static String notConfirmed() {
        return "Nobody confirmed the emergency opening within a day; the week's count is judged again.";
    }

    /** The rule that locked is withdrawn, or its time is over. */
    public static String noPolicy() {
        return "No access policy is in force any more.";
    }

    public static String ranOut() {
        return "The lock has come to its end.";
    }

    public static String exemptionRanOut() {
        return "The exemption has come to its end; the week's count is weighed again.";
    }

    public static String emergencyOver(String lockedBecause) {
        return "The emergency opening has come to its end, and what locked the seat still holds: " + lockedBecause;
    }
}
