package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** What a local party planned, beside what it delivered. */
@Schema(description = "What a local party planned to give, beside what it delivered")
public record ResourceDelivery(
        @Schema(examples = "exeter") String localParty,
        @Schema(examples = "Exeter") String name,

        @Schema(examples = "2015-W16", description = "First ISO week")
        String from,

        @Schema(examples = "2015-W19", description = "Last ISO week")
        String until,

        @Schema(description = "By week and kind; a kind that is neither planned nor delivered in a week is left out")
        List<Line> lines) {

    /** One kind in one week. */
    @Schema(name = "ResourceDeliveryLine", description = "One kind of resource in one week")
    public record Line(
            @Schema(examples = "2015-W16") String week,

            @Schema(
                    examples = "doorstep-hours",
                    description =
                            "doorstep-hours, phone-hours, organisers, leaflets, direct-mail, leader-visits or money")
            String kind,

            @Schema(examples = "hours") String unit,

            @Schema(
                    examples = "120",
                    nullable = true,
                    description = "The pledge, or else the estimate; null if neither")
            BigDecimal planned,

            @Schema(examples = "pledged", nullable = true, description = "pledged or estimated; null without a plan")
            String plannedBasis,

            @Schema(
                    examples = "64",
                    nullable = true,
                    description = "At home and in twinned seats together; null if nothing was reported")
            BigDecimal delivered,

            @Schema(
                    examples = "48",
                    nullable = true,
                    description = "Work in the local party's own seats; null if nothing was reported")
            BigDecimal atHome,

            @Schema(
                    examples = "16",
                    nullable = true,
                    description = "Work as a donor in twinned seats; null if nothing was reported")
            BigDecimal twinned,

            @Schema(
                    examples = "53.3",
                    nullable = true,
                    description =
                            "Delivered as a share of planned, in per cent; null if either is unknown or nothing was planned")
            BigDecimal deliveredPct,

            @Schema(description = "Where it was delivered, by seat")
            List<InSeat> seats) {}

    /** What was delivered in one seat. */
    @Schema(name = "ResourceDeliveryInSeat", description = "What was delivered in one seat")
    public record InSeat(
            SeatCode seatCode,
            @Schema(examples = "Exeter") String seatName,

            @Schema(examples = "false", description = "Whether the local party worked there as a donor")
            boolean twinned,

            @Schema(examples = "64") BigDecimal amount,

            @Schema(
                    examples = "contacts",
                    description =
                            "contacts, or reported-hours: hours that were reported for a twinning replace those worked out from"
                                    + " contacts")
            String source) {}
}
