package uk.hustings.campaign.contact;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts of one local party in a seat in one ISO week, by channel. */
@Schema(description = "Contacts of one local party in a seat in one ISO week")
public record WeekOfSeat(
        @Schema(examples = "2015-W16") String week,
        @Schema(examples = "swansea-west") String localParty,
        @Schema(examples = "500") long contacts,
        Map<String, Long> byChannel) {

    static WeekOfSeat of(ContactWeeks.OfParty row) {
        Map<String, Long> byChannel = new TreeMap<>();
        row.week().byChannel().forEach((channel, contacts) -> {
            if (contacts > 0) {
                byChannel.put(channel.code(), contacts);
            }
        });
        return new WeekOfSeat(
                row.week().week().toString(), row.localParty(), row.week().total(), byChannel);
    }
}
