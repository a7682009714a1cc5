package uk.hustings.polls.forecast;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.average.Rounded;
import uk.hustings.polls.forecast.domain.Forecast;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What a forecast says of one seat. */
@Schema(name = "SeatForecast", description = "What a forecast says of one seat")
public record SeatForecastView(
        @Schema(examples = "E14000653") String seatCode,

        @Schema(examples = "2010") String boundarySet,

        @Schema(nullable = true, examples = "Crewe and Nantwich")
        String name,

        @Schema(nullable = true, examples = "E12000002") String regionCode,

        @Schema(nullable = true, examples = "England") String country,

        @Schema(nullable = true, description = "Who wins most often", examples = "con")
        String favourite,

        @Schema(nullable = true, description = "Who is expected to be ahead", examples = "con")
        String first,

        @Schema(nullable = true, description = "Who is expected to be next", examples = "lab")
        String second,

        @Schema(description = "Expected lead of the first over the second", examples = "4.21")
        double leadPts,

        @Schema(description = "Standard deviation of that lead", examples = "6.35")
        double leadSdPts,

        @Schema(description = "By expected share, the largest first")
        List<SeatParty> parties) {

    /** One party in one seat. */
    @Schema(name = "SeatForecastParty", description = "What a forecast says of one party in one seat")
    public record SeatParty(
            @Schema(examples = "con") String party,

            @Schema(description = "Its share at the general election that the forecast starts from", examples = "45.84")
            double baselinePct,

            @Schema(description = "Expected share", examples = "41.02")
            double pct,

            @Schema(description = "Where the 90% interval begins", examples = "34.1")
            double lowPct,

            @Schema(description = "Where it ends", examples = "47.8")
            double highPct,

            @Schema(description = "From 0 to 1", examples = "0.7421")
            double winProbability) {

        private static SeatParty of(Forecast.SeatParty party) {
            return new SeatParty(
                    party.party(),
                    Rounded.points(party.baselinePct()),
                    Rounded.points(party.meanPct()),
                    Rounded.points(party.lowPct()),
                    Rounded.points(party.highPct()),
                    Rounded.probability(party.winProbability()));
        }
    }

    static SeatForecastView of(Forecast.SeatForecast forecast, String boundarySet, SeatBook book) {
        Optional<Seat> seat = seat(book, boundarySet, forecast.seat());
        return new SeatForecastView(
                forecast.seat(),
                boundarySet,
                seat.map(Seat::name).orElse(null),
                seat.map(Seat::regionCode).orElse(null),
                seat.map(Seat::country).orElse(null),
                forecast.favourite(),
                forecast.first(),
                forecast.second(),
                Rounded.points(forecast.leadPts()),
                Rounded.points(forecast.leadSd()),
                forecast.parties().stream().map(SeatParty::of).toList());
    }

    static Optional<Seat> seat(SeatBook book, String boundarySet, String code) {
        return book.find(boundarySet, SeatCode.fromString(code));
    }

    /** Null if the seat is no longer known. */
    static String nameOf(SeatBook book, String boundarySet, String code) {
        return seat(book, boundarySet, code).map(Seat::name).orElse(null);
    }
}
