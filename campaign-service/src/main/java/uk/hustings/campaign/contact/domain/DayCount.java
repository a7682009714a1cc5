package uk.hustings.campaign.contact.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * Contacts by one channel on one day, as they are recorded.
 *
 * @param day London day
 * @param attempts doors, calls or letters tried; null if unknown, else no fewer than the contacts
 * @param contacts 0 to 1,000,000
 * @param codes those that are known
 */
public record DayCount(
        LocalDate day, Channel channel, Integer attempts, int contacts, Map<CanvassCode, Integer> codes) {

    /** Every figure, in words that differ wherever a figure does. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder()
                .append(day)
                .append(' ')
                .append(channel.code())
                .append(' ')
                .append(attempts)
                .append(' ')
                .append(contacts);
        for (CanvassCode code : CanvassCode.values()) {
            Integer known = codes.get(code);
            if (known != null) {
                text.append(' ').append(code.code()).append('=').append(known);
            }
        }
        return text.toString();
    }
}
