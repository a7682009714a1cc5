package uk.hustings.campaign.access.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** What the policy says about a local party's weeks in a seat. Counts are contacts made, not attempts. */
public sealed interface CutOff {

    /** @param contactsLeft before the limit is reached, this week; null where the policy does not apply */
    record Open(Long contactsLeft) implements CutOff {}

    /** @param contactsLeft that are still allowed, 0 or more */
    record Warned(WeekContacts week, long contacts, long contactsLeft) implements CutOff {}

    /** @param until when the lock ends by itself */
    record Locked(WeekContacts week, long contacts, Instant until) implements CutOff {}

    /**
     * Decides over all weeks that a batch has touched: the earliest week over the limit locks, else the fullest week
     * warns.
     *
     * @param exemptUntil end of an exemption; null for none
     * @param now domain time
     */
    static CutOff decide(
            AccessPolicy policy,
            BattlegroundClass seatClass,
            List<WeekContacts> weeks,
            Instant exemptUntil,
            Instant now) {
        boolean exempt = exemptUntil != null && now.isBefore(exemptUntil);
        if (!policy.covers(seatClass) || exempt || !now.isBefore(policy.ends()) || weeks.isEmpty()) {
            return new Open(null);
        }
        List<WeekContacts> over = weeks.stream()
                .filter(policy::exceededBy)
                .sorted(Comparator.comparing(WeekContacts::week))
                .toList();
        if (!over.isEmpty()) {
            return new Locked(over.get(0), policy.counted(over.get(0)), policy.ends());
        }
        WeekContacts fullest =
                weeks.stream().max(Comparator.comparingLong(policy::counted)).orElseThrow();
        long contacts = policy.counted(fullest);
        long left = policy.weeklyLimit() - contacts;
        return contacts >= policy.warnAt() ? new Warned(fullest, contacts, left) : new Open(left);
    }

    /**
     * Whether a lock that rests on a count still stands after the count was corrected.
     *
     * @param weeksSinceCited the week that the lock cites and those after it, as they are now
     */
    static boolean stillOver(AccessPolicy policy, List<WeekContacts> weeksSinceCited) {
        return weeksSinceCited.stream().anyMatch(policy::exceededBy);
    }
}
