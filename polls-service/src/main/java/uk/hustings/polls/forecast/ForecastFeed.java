package uk.hustings.polls.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import uk.hustings.polls.forecast.domain.Forecast;

/**
 * The latest forecast as other services follow it; all null and without seats while there is none.
 *
 * @param evidence public or internal
 */
record ForecastFeed(
        UUID forecastId,
        String evidence,
        LocalDate asOf,
        String boundarySet,
        Integer elections,
        Long seed,
        String inputsHash,
        Instant finishedAt,
        List<FedSeat> seats) {

    /**
     * @param winProbability by party, from 0 to 1; who never wins is left out
     * @param leadPts expected lead of the first over the second
     */
    record FedSeat(
            String seatCode,
            Map<String, Double> winProbability,
            String first,
            String second,
            double leadPts,
            double leadSdPts) {

        private static FedSeat of(Forecast.SeatForecast seat) {
            Map<String, Double> wins = new TreeMap<>();
            seat.parties().stream()
                    .filter(party -> party.winProbability() > 0)
                    .forEach(party -> wins.put(party.party(), party.winProbability()));
            return new FedSeat(seat.seat(), wins, seat.first(), seat.second(), seat.leadPts(), seat.leadSd());
        }
    }

    static ForecastFeed none(String evidence) {
        return new ForecastFeed(null, evidence, null, null, null, null, null, null, List.of());
    }

    static ForecastFeed of(Run run, Forecast forecast) {
        return new ForecastFeed(
                run.runId(),
                run.extent().code(),
                run.asOf(),
                run.boundarySet(),
                run.elections(),
                run.seed(),
                run.inputsHash(),
                run.finishedAt(),
                forecast.seats().stream().map(FedSeat::of).toList());
    }
}
