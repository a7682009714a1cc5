package uk.hustings.campaign.twinning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** A twinning, on the wire. */
@Schema(name = "Twinning", description = "A local party that helps in a target seat for a while")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TwinningView(
        UUID twinningId,

        @Schema(examples = "exeter", description = "The local party that gives its time")
        String donor,

        @Schema(examples = "Exeter") String donorName,
        SeatCode target,
        @Schema(examples = "North Devon") String targetName,

        @Schema(examples = "2015-04-14", description = "First day, in London")
        LocalDate from,

        @Schema(examples = "2015-05-07", description = "Last day, in London")
        LocalDate until,

        @Schema(examples = "240", description = "Activist-hours pledged over the whole period")
        int pledgedHours,

        @Schema(examples = "36.5", description = "Activist-hours reported so far")
        BigDecimal deliveredHours,

        @Schema(examples = "77.9", nullable = true, description = "By road, one way; absent where a place is unknown")
        BigDecimal travelKm,

        @Schema(examples = "1.30", nullable = true, description = "Hours by road, one way")
        BigDecimal travelHours,

        @Schema(examples = "accepted", description = "proposed, accepted, refused or ended")
        String status,

        @Schema(description = "Accepted, begun and not over: the donor may report contacts in the target seat")
        boolean inForce,

        @Schema(examples = "Exeter is safe; North Devon is two points away", description = "Why it was proposed")
        String reason,

        @Schema(examples = "south-west") String proposedBy,
        Instant proposedAt,

        @Schema(examples = "exeter-organiser", description = "Who made it stand as it does; period if time did")
        String statusBy,

        Instant statusAt,
        @Schema(examples = "Two cars every Saturday") String statusReason) {

    /** A twinning that was just proposed, with what should be looked at again. */
    @Schema(name = "ProposedTwinning", description = "A twinning that was just proposed")
    public record Proposed(
            TwinningView twinning,

            @Schema(description = "What is allowed and still worth a second look, in words")
            List<String> warnings) {}

    /** What one request proposed. */
    @Schema(name = "ProposedTwinnings", description = "Twinnings that were just proposed, in the order of the request")
    public record AllProposed(List<Proposed> items) {}

    /** A twinning with everything that ever happened to it. */
    @Schema(name = "TwinningRecord", description = "A twinning with everything that ever happened to it")
    public record Whole(
            TwinningView twinning,

            @Schema(description = "Oldest first") List<Event> history,

            @Schema(description = "Oldest first, those withdrawn among them")
            List<DeliveredHours> hours) {}

    /** One change of how a twinning stands. */
    @Schema(name = "TwinningEvent", description = "One change of how a twinning stands")
    public record Event(
            @Schema(examples = "accepted") String status,
            @Schema(examples = "exeter-organiser") String by,
            Instant at,
            @Schema(examples = "Two cars every Saturday") String reason) {}
}
