package uk.hustings.campaign.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** A batch in a list. */
@Schema(description = "A batch of contacts as it stands, without its lines")
public record ContactBatchSummary(
        UUID batchId,
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,

        @Schema(examples = "canvass-2015-04-14-a", nullable = true, description = "Its id where it comes from")
        String sourceBatchId,

        @Schema(examples = "recorded", description = "recorded, corrected or withdrawn")
        String status,

        @Schema(examples = "0", description = "How often it was corrected")
        int revision,

        @Schema(examples = "canvasser-of-swansea-west", description = "The account that sent it")
        String reportedBy,

        Instant reportedAt,
        @Schema(description = "Day of its first contacts") LocalDate firstDay,
        @Schema(description = "Day of its last contacts") LocalDate lastDay,
        @Schema(examples = "1") int lines,

        @Schema(examples = "500", description = "Over all lines; of a withdrawn batch, those that were taken out")
        long contacts) {

    static final String RECORDED = "recorded";
    static final String CORRECTED = "corrected";
    static final String WITHDRAWN = "withdrawn";

    static final Set<String> STATUSES = Set.of(RECORDED, CORRECTED, WITHDRAWN);
}
