package uk.hustings.campaign.access.domain;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * One version of the rule that decides who is locked out of a seat.
 *
 * @param version grows by one with every new rule
 * @param weeklyLimit contacts of an ISO week that are still allowed; one more locks
 * @param warnAt contacts of an ISO week at which the local party is warned
 * @param channels whose contacts count
 * @param classes seats that the rule covers; it never locks anybody out of another
 * @param ends when the rule and every lock by it end: the close of poll, or earlier
 */
public record AccessPolicy(
        int version, int weeklyLimit, int warnAt, Set<Channel> channels, Set<BattlegroundClass> classes, Instant ends) {

    public boolean covers(BattlegroundClass seatClass) {
        return classes.contains(seatClass);
    }

    /** The contacts of the week that this rule counts. */
    public long counted(WeekContacts week) {
        return week.over(channels);
    }

    public boolean exceededBy(WeekContacts week) {
        return counted(week) > weeklyLimit;
    }

    /** For example {@code doorstep and phone}. */
    public String channelsInWords() {
        return channels.stream().sorted().map(Channel::code).collect(Collectors.joining(" and "));
    }
}
