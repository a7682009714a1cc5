package uk.hustings.campaign.access.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * One version of the rule that decides who is locked out of a seat.
 *
 * @param version grows by one with every new rule; 0 where no rule is in force
 * @param weeklyLimit contacts of an ISO week that are still allowed; one more locks
 * @param warnAt contacts of an ISO week at which the local party is warned
 * @param channels whose contacts count
 * @param classes seats that the rule covers; it never locks anybody out of another
 * @param notice between crossing the limit and the lock; zero locks at once
 * @param breakGlass how long an opening in an emergency lasts
 * @param begins when the rule begins to be valid
 * @param ends when the rule and every lock by it end: the close of poll, or earlier
 */
public record AccessPolicy(
        int version,
        int weeklyLimit,
        int warnAt,
        Set<Channel> channels,
        Set<BattlegroundClass> classes,
        Duration notice,
        Duration breakGlass,
        Instant begins,
        Instant ends) {

    /** How long an opening in an emergency lasts where no rule says it: half a day, so that it outlasts a polling day's evening. */
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    /** No rule: nobody is warned or locked by it. */
    public static final AccessPolicy NONE = new AccessPolicy(
            0,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Set.of(),
            Set.of(),
            Duration.ZERO,
            HALF_A_DAY,
            Instant.MIN,
            Instant.MIN);

    /** Whether the rule says anything at this time. */
    public boolean valid(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }

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
