package uk.hustings.campaign.localparty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** How a local party shall be from now on, whole, and why. */
@Schema(description = "How a local party shall be from now on, whole, and why")
public record LocalPartyOrder(
        @Schema(examples = "Crewe and Nantwich", minLength = 1, maxLength = 200)
        String name,

        @Schema(examples = "E12000002", description = "GSS code of the region, in which all of its seats lie")
        String region,

        @Schema(
                minItems = 1,
                maxItems = 20,
                description =
                        "All of its seats. One that another local party has is taken from it, unless it is the last one"
                                + " there; one that is left out belongs to nobody")
        List<SeatCode> seatCodes,

        @Schema(examples = "The members voted for the old name", minLength = 1, maxLength = 1000)
        String reason) {}
