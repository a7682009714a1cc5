package uk.hustings.campaign.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.ContactFlag;

/** Counts that somebody should look at. */
@Schema(name = "ContactFlag", description = "Counts that somebody should look at; it changes no count and locks nobody")
public record ContactFlagView(
        @Schema(examples = "same-numbers", description = "more-than-electors, large-week, same-numbers or jump")
        String kind,

        SeatCode seatCode,

        @Schema(examples = "exeter", nullable = true, description = "Null if it is about all that work in the seat")
        String localParty,

        @Schema(examples = "2015-04-06") LocalDate from,
        @Schema(examples = "2015-04-12") LocalDate to,

        @Schema(examples = "doorstep", nullable = true, description = "Null if it is about several")
        String channel,

        @Schema(examples = "100", description = "What was counted; of same-numbers, on each of the days")
        long contacts,

        @Schema(
                examples = "200",
                nullable = true,
                description = "The most that would not have been flagged; null of same-numbers")
        Long mostOrdinary,

        @Schema(examples = "100 contacts by doorstep on each of 4 days in succession, from 2015-04-06 to 2015-04-09.")
        String why,

        @Schema(description = "The batches that it rests on, the newest twenty")
        List<UUID> batchIds) {

    static ContactFlagView of(ContactFlag flag, List<UUID> batches) {
        return new ContactFlagView(
                flag.kind().code(),
                flag.seat(),
                flag.localParty(),
                flag.from(),
                flag.to(),
                flag.channel() == null ? null : flag.channel().code(),
                flag.contacts(),
                flag.most(),
                flag.detail(),
                batches);
    }
}
