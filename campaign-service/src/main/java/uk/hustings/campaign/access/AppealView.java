package uk.hustings.campaign.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** An appeal, on the wire. */
@Schema(name = "AccessAppeal", description = "An appeal of a decision, and how it was judged")
public record AppealView(
        UUID appealId,
        UUID decisionId,
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,

        @Schema(
                examples = "open",
                description = "open, upheld, dismissed, or closed because the decision was lifted for another reason")
        String status,

        @Schema(examples = "swansea-west-organiser", description = "The account that appealed")
        String appellant,

        Instant appealedAt,

        @Schema(examples = "The count holds a leaflet round")
        String reason,

        @Schema(examples = "wales-organiser", nullable = true)
        String judgedBy,

        @Schema(nullable = true) Instant judgedAt,

        @Schema(nullable = true, examples = "The counts were looked at again")
        String judgement,

        @Schema(nullable = true, description = "The decision that followed when it was upheld")
        UUID followedBy) {}
