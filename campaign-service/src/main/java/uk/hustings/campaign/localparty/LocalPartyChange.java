package uk.hustings.campaign.localparty;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/**
 * How a local party was from some moment on, on the wire.
 *
 * @param number grows with every change of any local party; told to nobody
 */
@Schema(description = "How a local party was from some moment on, and who decided it")
public record LocalPartyChange(
        @JsonIgnore @Schema(hidden = true) long number,

        @Schema(examples = "changed", description = "founded, changed or merged")
        String change,

        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "E12000002") String region,
        List<SeatCode> seatCodes,

        @Schema(nullable = true, examples = "crewe-and-nantwich")
        String mergedInto,

        @Schema(examples = "national.organiser", description = "Account of the person who decided")
        String author,

        @Schema(examples = "The members voted for the old name")
        String reason,

        @Schema(examples = "2015-04-14T11:00:00Z") Instant decidedAt) {}
