package uk.hustings.seats.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.change.domain.Outcome;
import uk.hustings.seats.change.domain.Step;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;

/** A seat's results through time as the API shows them. */
@Schema(name = "SeatSeries")
record SeatSeriesView(
        @Schema(description = "The end of this day is told", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description =
                        "The last day of which anything is known of this seat, if asOf is after it: the data's or "
                                + "the boundary set's",
                examples = "2024-07-03")
        LocalDate dataTo,

        SeatCode seatCode,
        @Schema(examples = "2010") String boundarySet,
        @Schema(examples = "Corby") String name,
        @Schema(examples = "E12000004") String regionCode,

        @Schema(description = "Polled by that day, in the order of polling days")
        List<PointView> points) {

    /** One result of the seat as the API shows it. */
    @Schema(name = "SeatPoint")
    record PointView(
            @Schema(examples = "by-2012-11-15-E14000648") String electionId,
            @Schema(examples = "Corby by-election") String electionName,

            @Schema(description = "general or by-election", examples = "by-election")
            String kind,

            @Schema(description = "actual or notional", examples = "actual")
            String basis,

            @Schema(description = "Of this seat", examples = "2012-11-15")
            LocalDate pollingDay,

            @Schema(nullable = true, description = "On the day; null if not known", examples = "79878")
            Integer electorate,

            @Schema(examples = "35665") int validVotes,

            @Schema(nullable = true, description = "Valid votes in points of the electorate", examples = "44.6493")
            Double turnoutPct,

            @Schema(examples = "lab") String winner,

            @Schema(description = "Votes of the first over the second", examples = "7791")
            int majorityVotes,

            @Schema(description = "The majority in points of the valid votes", examples = "21.8449")
            double majorityPct,

            @Schema(
                    description = "Share of each party that stood in points of the valid votes, the largest first",
                    examples = "{\"lab\": 48.4144, \"con\": 26.5695}")
            Map<String, Double> sharesPct,

            @Schema(nullable = true, description = "Null for the first result on these boundaries")
            ChangeView change) {

        static PointView of(Step step, Contest contest, Facts facts) {
            Outcome outcome = step.outcome();
            Election election = facts.election(outcome.electionId()).orElseThrow();
            return new PointView(
                    election.id(),
                    election.name(),
                    election.kind().code(),
                    election.basis().code(),
                    outcome.pollingDay(),
                    contest.electorate(),
                    contest.validVotes(),
                    contest.turnoutPct(),
                    contest.winner(),
                    contest.majorityVotes(),
                    contest.majorityPct(),
                    outcome.tally().sharesPct(),
                    ChangeView.of(step, facts));
        }
    }

    static SeatSeriesView of(Facts facts, Seat seat, LocalDate asOf, List<PointView> points) {
        return new SeatSeriesView(
                asOf,
                facts.dataTo(seat.boundarySet(), asOf).orElse(null),
                seat.code(),
                seat.boundarySet(),
                seat.name(),
                seat.regionCode(),
                points);
    }
}
