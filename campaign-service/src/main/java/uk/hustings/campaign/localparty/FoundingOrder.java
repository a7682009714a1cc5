package uk.hustings.campaign.localparty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** A new local party, and why. */
@Schema(name = "LocalPartyFounding", description = "A new local party, and why")
public record FoundingOrder(
        @Schema(
                examples = "crewe-and-nantwich",
                maxLength = 80,
                description = "Its id for good: lower-case words joined by hyphens, of up to 80 characters")
        String localParty,

        @Schema(examples = "Crewe and Nantwich", minLength = 1, maxLength = 200)
        String name,

        @Schema(examples = "E12000002", description = "GSS code of the region, in which all of its seats lie")
        String region,

        @Schema(minItems = 1, maxItems = 20, description = "Seats that no other local party has")
        List<SeatCode> seatCodes,

        @Schema(examples = "A party of its own since 2015", minLength = 1, maxLength = 1000)
        String reason) {}
