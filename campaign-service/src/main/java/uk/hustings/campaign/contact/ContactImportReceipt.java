package uk.hustings.campaign.contact;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.access.AccessStanding;

/** What an import of contacts did. */
@Schema(description = "What an import of contacts did")
public record ContactImportReceipt(
        @Schema(examples = "canvass-2015-04-14", nullable = true, description = "Its id where it comes from")
        String sourceBatchId,

        @Schema(examples = "2", description = "Rows that are new")
        int created,

        @Schema(examples = "0", description = "Rows that were recorded before under the same sourceBatchId")
        int unchanged,

        @Schema(description = "One batch for each local party and seat, in their order")
        List<Batch> batches) {

    static final String RECORDED = "recorded";
    static final String UNCHANGED = "unchanged";

    /** What became of the rows of one local party in one seat. */
    @Schema(name = "ImportedBatch", description = "What became of the rows of one local party in one seat")
    public record Batch(
            UUID batchId,
            @Schema(examples = "crewe-and-nantwich") String localParty,
            SeatCode seatCode,

            @Schema(examples = "recorded", description = "recorded, or unchanged if it was recorded before")
            String status,

            @Schema(examples = "2") int rows,
            @Schema(examples = "640") long contacts,

            @Schema(nullable = true, description = "What follows for access; null of what was recorded before")
            AccessStanding access) {}
}
