package uk.hustings.campaign.contact;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.contact.domain.StatedCount;

/** One row of an import. What is in it is checked when all of it is read, and every fault is told. */
@Schema(
        description = "Contacts of a local party in a seat on one day by one channel",
        requiredProperties = {"seatCode", "day", "channel", "contacts"})
public record ContactRow(
        @Schema(
                examples = "crewe-and-nantwich",
                nullable = true,
                description = "Who made them; unsaid, the caller's own local party, or else the seat's")
        String localParty,

        @Schema(examples = "E14000653") String seatCode,

        @Schema(examples = "2015-04-14", description = "London day on which they were made")
        LocalDate day,

        @Schema(examples = "doorstep", description = "doorstep, phone, leaflet, direct-mail, digital or street-stall")
        String channel,

        @Schema(
                examples = "700",
                nullable = true,
                minimum = "0",
                maximum = "1000000",
                description = "Doors, calls or letters tried; null if unknown")
        Integer attempts,

        @Schema(examples = "500", minimum = "0", maximum = "1000000", description = "Voters spoken to or reached")
        Integer contacts,

        @Schema(nullable = true, description = "What was found, by canvass code; null if unknown")
        CanvassCodes codes) {

    ImportedContacts.Row stated() {
        return new ImportedContacts.Row(
                localParty, seatCode, new StatedCount(day, channel, attempts, contacts, CanvassCodes.known(codes)));
    }
}
