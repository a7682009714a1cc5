package uk.hustings.polls.forecast;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.average.Rounded;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.seatref.domain.SeatBook;

/** A forecast with what it came to. */
@Schema(name = "Forecast", description = "A forecast and what it came to")
public record ForecastView(
        RunView run,

        @Schema(nullable = true, description = "Null until it is done")
        Summary result) {

    /** Seats that each party may win. */
    @Schema(name = "ForecastSummary", description = "Who may win how many seats")
    public record Summary(
            @Schema(examples = "650") int seats,

            @Schema(description = "Seats that make a majority", examples = "326")
            int majority,

            @Schema(description = "By expected seats, most first")
            List<PartySeats> parties,

            @Schema(description = "That nobody wins a majority, from 0 to 1", examples = "0.8734")
            double hungProbability,

            @Schema(
                    description =
                            "The seats that most often gave one of the two largest parties its majority, by party")
            Map<String, List<TippingPoint>> tippingPoints) {

        private static final int TIPPING_POINTS = 20;

        static Summary of(Forecast forecast, String boundarySet, SeatBook book) {
            Map<String, List<TippingPoint>> tipping = new TreeMap<>();
            forecast.tippingPoints()
                    .forEach((party, points) -> tipping.put(
                            party,
                            points.stream()
                                    .limit(TIPPING_POINTS)
                                    .map(point -> TippingPoint.of(point, boundarySet, book))
                                    .toList()));
            return new Summary(
                    forecast.seats().size(),
                    forecast.seats().size() / 2 + 1,
                    forecast.parties().stream().map(PartySeats::of).toList(),
                    Rounded.probability(forecast.hungProbability()),
                    tipping);
        }
    }

    /** One party. */
    @Schema(name = "ForecastParty", description = "How many seats one party may win")
    public record PartySeats(
            @Schema(examples = "con") String party,

            @Schema(
                    description = "Expected share of the votes in the seats that national polls speak of",
                    examples = "34.91")
            double nationalPct,

            @Schema(description = "Mean over the elections drawn", examples = "283.27")
            double expectedSeats,

            @Schema(
                    description =
                            "Seats in which the party is the likeliest to win: not the same as those it can expect",
                    examples = "281")
            int favouriteSeats,

            @Schema(description = "Where the 90% interval begins", examples = "245")
            int lowSeats,

            @Schema(examples = "283") int medianSeats,

            @Schema(description = "Where the 90% interval ends", examples = "322")
            int highSeats,

            @Schema(description = "That it wins more than half of the seats, from 0 to 1", examples = "0.0411")
            double majorityProbability,

            @Schema(description = "That nobody wins more seats, from 0 to 1", examples = "0.5872")
            double largestProbability,

            @Schema(
                    description =
                            "In how many of the elections drawn it won 0, 1, 2 … seats, up to the most it ever won")
            List<Integer> distribution) {

        private static PartySeats of(Forecast.PartyForecast party) {
            return new PartySeats(
                    party.party(),
                    Rounded.points(party.nationalPct()),
                    Rounded.points(party.expectedSeats()),
                    party.favouriteSeats(),
                    party.lowSeats(),
                    party.medianSeats(),
                    party.highSeats(),
                    Rounded.probability(party.majorityProbability()),
                    Rounded.probability(party.largestProbability()),
                    party.distribution());
        }
    }

    /** One seat that may decide. */
    @Schema(name = "ForecastTippingPoint", description = "How often a seat was the one that gave a party its majority")
    public record TippingPoint(
            @Schema(examples = "E14000653") String seatCode,

            @Schema(nullable = true, examples = "Crewe and Nantwich")
            String seatName,

            @Schema(description = "From 0 to 1", examples = "0.0125")
            double frequency) {

        private static TippingPoint of(Forecast.TippingPoint point, String boundarySet, SeatBook book) {
            return new TippingPoint(
                    point.seat(),
                    SeatForecastView.nameOf(book, boundarySet, point.seat()),
                    Rounded.probability(point.frequency()));
        }
    }
}
