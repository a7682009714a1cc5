package uk.hustings.campaign.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** One batch with what became of it. */
@Schema(description = "A batch of contacts with its lines and what became of it")
public record ContactBatchView(
        UUID batchId,
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,

        @Schema(examples = "canvass-2015-04-14-a", nullable = true, description = "Its id where it comes from")
        String sourceBatchId,

        @Schema(examples = "recorded", description = "recorded, corrected or withdrawn")
        String status,

        @Schema(examples = "0", description = "How often it was corrected")
        int revision,

        @Schema(description = "Day of its first contacts") LocalDate firstDay,
        @Schema(description = "Day of its last contacts") LocalDate lastDay,
        @Schema(examples = "1") int lines,

        @Schema(examples = "500", description = "Over all lines")
        long contacts,

        @Schema(description = "Its lines as they stand, the first thousand; listContactLines gives all")
        List<ContactBatch.Count> counts,

        @Schema(description = "What was done with it, oldest first")
        List<Change> history) {

    /** Lines that are shown. */
    static final int MOST_LINES = 1000;

    /** Something that was done with a batch. */
    @Schema(name = "ContactBatchChange", description = "Something that was done with a batch")
    public record Change(
            @Schema(examples = "reported", description = "reported, corrected or withdrawn")
            String change,

            @Schema(examples = "0", nullable = true, description = "The revision that it made; null of a withdrawal")
            Integer revision,

            @Schema(examples = "canvasser-of-swansea-west", description = "The account that did it")
            String by,

            Instant at,

            @Schema(examples = "Entered twice", nullable = true, description = "Null of the report itself")
            String reason,

            @Schema(examples = "1", description = "Lines from then on")
            int lines,

            @Schema(examples = "500", description = "Contacts from then on")
            long contacts) {}

    static ContactBatchView of(ContactBatchSummary batch, List<ContactBatch.Count> counts, List<Change> history) {
        return new ContactBatchView(
                batch.batchId(),
                batch.localParty(),
                batch.seatCode(),
                batch.sourceBatchId(),
                batch.status(),
                batch.revision(),
                batch.firstDay(),
                batch.lastDay(),
                batch.lines(),
                batch.contacts(),
                counts,
                history);
    }
}
