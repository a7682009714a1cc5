package uk.hustings.seats.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.change.domain.Outcome;
import uk.hustings.seats.change.domain.Step;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.seat.domain.Seat;

/** A region's general elections through time as the API shows them. */
@Schema(name = "RegionSeries")
record RegionSeriesView(
        @Schema(description = "The end of this day is told", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description = "The last day of which anything is known, if asOf is after it",
                examples = "2024-07-04")
        LocalDate dataTo,

        @Schema(examples = "S92000003") String regionCode,
        @Schema(examples = "Scotland") String name,
        @Schema(examples = "Scotland") String country,

        @Schema(description = "Polled by that day, in the order of polling days")
        List<PointView> points) {

    /** One general election in the region as the API shows it. */
    @Schema(name = "RegionPoint")
    record PointView(
            @Schema(examples = "ge2015") String electionId,
            @Schema(examples = "General election 2015") String electionName,

            @Schema(description = "actual or notional", examples = "actual")
            String basis,

            @Schema(examples = "2010") String boundarySet,
            @Schema(examples = "2015-05-07") LocalDate pollingDay,

            @Schema(description = "Whose results are recorded and summed", examples = "59")
            int seats,

            @Schema(nullable = true, description = "Null if that of any seat is not known", examples = "4099532")
            Long electorate,

            @Schema(examples = "2910465") long validVotes,

            @Schema(nullable = true, description = "Valid votes in points of the electorate", examples = "70.9951")
            Double turnoutPct,

            @Schema(
                    nullable = true,
                    description = "Lead of the first party over the second in the region's votes, wherever they were "
                            + "cast; null if fewer than two parties stood. Other is no party",
                    examples = "747289")
            Long majorityVotes,

            @Schema(nullable = true, description = "That lead in points of all valid votes", examples = "25.6759")
            Double majorityPct,

            @Schema(
                    description = "Share of each party that stood anywhere in points of all valid votes, the largest "
                            + "first",
                    examples = "{\"snp\": 49.9726, \"lab\": 24.2967}")
            Map<String, Double> sharesPct,

            @Schema(description = "Seats that each party won", examples = "{\"snp\": 56, \"lab\": 1}")
            Map<String, Integer> seatsWon,

            @Schema(nullable = true, description = "Null for the first result on its boundaries")
            ChangeView change) {

        static PointView of(Step step, Map<String, Integer> seatsWon, Facts facts) {
            Outcome outcome = step.outcome();
            Election election = facts.election(outcome.electionId()).orElseThrow();
            return new PointView(
                    election.id(),
                    election.name(),
                    election.basis().code(),
                    outcome.boundarySet(),
                    outcome.pollingDay(),
                    seatsWon.values().stream().mapToInt(Integer::intValue).sum(),
                    outcome.tally().electorate(),
                    outcome.tally().validVotes(),
                    outcome.tally().turnoutPct(),
                    outcome.tally().majorityVotes(),
                    outcome.tally().majorityPct(),
                    outcome.tally().sharesPct(),
                    seatsWon,
                    ChangeView.of(step, facts));
        }
    }

    /** @param any seat of the region */
    static RegionSeriesView of(Facts facts, Seat any, LocalDate asOf, List<PointView> points) {
        return new RegionSeriesView(
                asOf, facts.dataTo(asOf).orElse(null), any.regionCode(), any.regionName(), any.country(), points);
    }
}
