package uk.hustings.campaign.localparty;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/**
 * The party's organisation in one or more seats. No contact person is kept.
 *
 * @param seatCodes sorted; empty once it is merged
 * @param mergedInto id of the local party that has its seats now; null while it is one of its own
 */
@Schema(description = "The party's organisation in one or more seats")
public record LocalParty(
        @Schema(examples = "crewe-and-nantwich") String localParty,
        @Schema(examples = "Crewe and Nantwich") String name,

        @Schema(examples = "E12000002", description = "GSS code of the region")
        String region,

        List<SeatCode> seatCodes,

        @Schema(
                nullable = true,
                examples = "crewe-and-nantwich",
                description = "The local party that it was merged into; null while it is one of its own")
        String mergedInto) {

    /** One of its own. */
    public static LocalParty of(String localParty, String name, String region, List<SeatCode> seatCodes) {
        return new LocalParty(
                localParty, name, region, seatCodes.stream().sorted().toList(), null);
    }

    /** Whether it is no longer one of its own. */
    public boolean merged() {
        return mergedInto != null;
    }

    LocalParty withSeats(List<SeatCode> seats) {
        return of(localParty, name, region, seats);
    }

    LocalParty mergedInto(String other) {
        return new LocalParty(localParty, name, region, List.of(), other);
    }
}
