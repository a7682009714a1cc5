package uk.hustings.campaign.localparty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** The party's organisation in one or more seats. No contact person is kept. */
@Schema(description = "The party's organisation in one or more seats")
public record LocalParty(
        @Schema(examples = "crewe-and-nantwich") String localParty,
        @Schema(examples = "Crewe and Nantwich") String name,

        @Schema(examples = "E12000002", description = "GSS code of the region")
        String region,

        List<SeatCode> seatCodes) {}
