package uk.hustings.campaign.access.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** What the policy says about a local party's weeks in a seat. Counts are contacts made, not attempts. */
public sealed interface CutOff {

    /** Where days and weeks begin and end. */
    ZoneId LONDON = ZoneId.of("Europe/London");

    /** @param contactsLeft before the limit is reached, this week; null where the policy does not apply */
    record Open(Long contactsLeft) implements CutOff {}

    /** @param contactsLeft that are still allowed, 0 or more */
    record Warned(WeekContacts week, long contacts, long contactsLeft) implements CutOff {}

    /** @param due when the count is weighed again and locks if it is still over */
    record Notice(WeekContacts week, long contacts, Instant due) implements CutOff {}

    /** @param until when the lock ends by itself */
    record Locked(WeekContacts week, long contacts, Instant until) implements CutOff {}

    /**
     * Holds back the rule for a local party in a seat.
     *
     * @param exemptUntil until when an exemption runs, or ran; weeks that were over by then are not weighed any more.
     *     Null for none
     * @param noticeDue when the notice ends that was given; null if none runs
     */
    record Respite(Instant exemptUntil, Instant noticeDue) {

        public static final Respite NONE = new Respite(null, null);

        boolean exempts(Instant now) {
            return exemptUntil != null && now.isBefore(exemptUntil);
        }

        boolean forgives(WeekContacts week) {
            return exemptUntil != null && !ends(week).isAfter(exemptUntil);
        }
    }

    /**
     * Decides over some weeks: the earliest week over the limit locks, else the fullest week warns.
     *
     * @param weeks that a batch has touched, or the present one
     * @param now domain time
     */
    static CutOff decide(
            AccessPolicy policy, BattlegroundClass seatClass, List<WeekContacts> weeks, Respite respite, Instant now) {
        List<WeekContacts> weighed =
                weeks.stream().filter(week -> !respite.forgives(week)).toList();
        if (!policy.covers(seatClass) || respite.exempts(now) || !policy.valid(now) || weighed.isEmpty()) {
            return new Open(null);
        }
        List<WeekContacts> over = weighed.stream()
                .filter(policy::exceededBy)
                .sorted(Comparator.comparing(WeekContacts::week))
                .toList();
        if (!over.isEmpty()) {
            return crossed(policy, over.get(0), respite.noticeDue(), now);
        }
        WeekContacts fullest =
                weighed.stream().max(Comparator.comparingLong(policy::counted)).orElseThrow();
        long contacts = policy.counted(fullest);
        long left = policy.weeklyLimit() - contacts;
        return contacts >= policy.warnAt() ? new Warned(fullest, contacts, left) : new Open(left);
    }

    /**
     * Whether a lock or a notice that rests on a count still stands after the count was corrected.
     *
     * @param weeksSinceCited the week that is cited and those after it, as they are now
     */
    static boolean stillOver(AccessPolicy policy, List<WeekContacts> weeksSinceCited) {
        return weeksSinceCited.stream().anyMatch(policy::exceededBy);
    }

    /** The first moment of the week after. */
    static Instant ends(WeekContacts week) {
        return week.week().next().monday().atStartOfDay(LONDON).toInstant();
    }

    private static CutOff crossed(AccessPolicy policy, WeekContacts week, Instant noticeDue, Instant now) {
        long contacts = policy.counted(week);
        Instant due = noticeDue != null ? noticeDue : now.plus(policy.notice());
        return now.isBefore(due) ? new Notice(week, contacts, due) : new Locked(week, contacts, policy.ends());
    }
}
