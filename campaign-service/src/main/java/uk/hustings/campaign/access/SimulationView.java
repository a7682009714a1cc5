package uk.hustings.campaign.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** What a version of the policy would have decided in weeks that are past, and what it would decide if it were activated now. */
@Schema(
        name = "AccessPolicySimulation",
        description = "Whom a version of the policy would have warned and locked, and what for")
public record SimulationView(
        @Schema(examples = "2") int version,
        @Schema(examples = "2015-W12") String firstWeek,
        @Schema(examples = "2015-W15") String lastWeek,

        @Schema(examples = "41", description = "Local parties that would have been warned, but not locked")
        int warned,

        @Schema(examples = "12", description = "Local parties that would have been locked")
        int locked,

        @Schema(examples = "3405", description = "Contacts beyond the limit")
        long contactsOver,

        @Schema(examples = "340.5", description = "Activist-hours that these contacts took")
        double hoursMoved,

        @Schema(nullable = true, description = "The forecast that gain and cost rest on; null if there is none")
        Basis forecast,

        @Schema(nullable = true, examples = "No forecast has been run yet.", description = "Why there is no forecast")
        String whyNoForecast,

        @Schema(nullable = true, examples = "0.0214", description = "Seats to be expected more at the nearest targets")
        Double gainSeats,

        @Schema(nullable = true, examples = "0.0009", description = "Seats to be expected less where work was stopped")
        Double costSeats,

        @Schema(nullable = true, examples = "0.0205", description = "Gain less cost")
        Double netSeats,

        Assumptions assumptions,

        @Schema(description = "By contacts over the limit, most first")
        List<Item> items,

        @Schema(description = "What would be decided at once if this version were activated now")
        List<AtOnce> onActivation) {

    /** The forecast that was used. */
    @Schema(name = "SimulationForecast", description = "The forecast that was used")
    public record Basis(UUID forecastId, LocalDate asOf) {}

    /** What nobody measured. */
    @Schema(name = "SimulationAssumptions", description = "What was assumed")
    public record Assumptions(
            @Schema(examples = "10", description = "Contacts that one activist makes in an hour")
            double contactsPerHour,

            @Schema(
                    examples = "0.025",
                    description = "Votes that one contact brings (US meta-analysis; European trials less)")
            double votesPerContact,

            @Schema(examples = "0.651", description = "Share of the electorate that votes; of 2010")
            double turnout,

            @Schema(examples = "1", description = "Longest way to a target, in hours, one way")
            double reachHours) {}

    /** One local party in one seat. */
    @Schema(name = "SimulatedLocalParty", description = "What would have become of one local party in one seat")
    public record Item(
            @Schema(examples = "swansea-west") String localParty,
            SeatCode seatCode,
            @Schema(examples = "non-battleground") String battlegroundClass,
            List<Week> weeks,

            @Schema(
                    examples = "2015-W14",
                    nullable = true,
                    description = "First week over the limit; null if only warned")
            String lockedFrom,

            @Schema(examples = "120") long contactsOver,
            @Schema(examples = "12.0") double hoursMoved,

            @Schema(
                    nullable = true,
                    description = "The nearest target within reach; null if there is none, or no forecast")
            String targetSeat,

            @Schema(nullable = true, examples = "0.000002", description = "Win probability that an hour adds here")
            Double valueOfHourHere,

            @Schema(
                    nullable = true,
                    examples = "0.00011",
                    description = "Win probability that an hour adds at the target")
            Double valueOfHourThere,

            @Schema(nullable = true, examples = "0.0013", description = "hoursMoved × (there − here)")
            Double netSeats) {}

    /** A week that would have brought something. */
    @Schema(name = "SimulatedWeek", description = "A week that would have brought a warning or a lock")
    public record Week(
            @Schema(examples = "2015-W14") String week,
            @Schema(examples = "620") long contacts,

            @Schema(examples = "locked", description = "warned or locked")
            String outcome) {}

    /** A decision that would follow at once. */
    @Schema(name = "DecisionAtOnce", description = "A decision that would follow at once")
    public record AtOnce(
            @Schema(examples = "swansea-west") String localParty,
            SeatCode seatCode,

            @Schema(examples = "locked", description = "warned, notice, notice-ended, locked or restored")
            String outcome,

            @Schema(
                    examples = "501 contacts by doorstep and phone in week 2015-W16 are more than the 400 that access"
                            + " policy 2 allows in a non-battleground seat.")
            String reason) {

        static AtOnce of(AccessDecision decision) {
            return new AtOnce(decision.localParty(), decision.seatCode(), decision.outcome(), decision.reason());
        }
    }
}
