package uk.hustings.campaign.contact.domain;

import java.util.Map;
import java.util.Set;

/**
 * Contacts made (not attempts) by one local party in one seat in one week.
 *
 * @param byChannel absent channels have none
 */
public record WeekContacts(IsoWeek week, Map<Channel, Long> byChannel) {

    /** Contacts over some channels only. */
    public long over(Set<Channel> channels) {
        return channels.stream()
                .mapToLong(channel -> byChannel.getOrDefault(channel, 0L))
                .sum();
    }

    /** Contacts over every channel. */
    public long total() {
        return byChannel.values().stream().mapToLong(Long::longValue).sum();
    }
}
