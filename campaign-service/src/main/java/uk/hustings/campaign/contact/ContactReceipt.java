package uk.hustings.campaign.contact;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.access.AccessStanding;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** What became of a batch: the weeks that it touched as they now stand, and what follows for access. */
@Schema(description = "What became of a batch")
public record ContactReceipt(
        UUID batchId, String localParty, SeatCode seatCode, List<Week> weeks, AccessStanding access) {

    static ContactReceipt of(UUID batchId, PartySeat place, List<WeekContacts> weeks, AccessStanding access) {
        return new ContactReceipt(
                batchId,
                place.localParty(),
                place.seat(),
                weeks.stream().map(Week::of).toList(),
                access);
    }

    /** One ISO week of one local party in one seat, over all channels. */
    @Schema(name = "ContactWeek", description = "Contacts of a local party in a seat in one ISO week")
    public record Week(
            @Schema(examples = "2015-W16") String week,

            @Schema(examples = "500", description = "Over all channels")
            long contacts) {

        static Week of(WeekContacts week) {
            return new Week(week.week().toString(), week.total());
        }
    }
}
