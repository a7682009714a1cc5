package uk.hustings.campaign.forecastref;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.hustings.api.id.SeatCode;

/**
 * The latest forecast, as polls-service tells it.
 *
 * @param forecastId null while there is none
 * @param asOf domain day
 * @param boundarySet of its seats
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LatestForecast(UUID forecastId, LocalDate asOf, String boundarySet, List<Seat> seats) {

    /**
     * One seat.
     *
     * @param winProbability by party, 0 to 1; who never wins is left out
     * @param first party code of the expected winner
     * @param second of the one expected behind
     * @param leadPts expected lead of the first over the second, in points
     * @param leadSdPts standard deviation of that lead, in points
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seat(
            SeatCode seatCode,
            Map<String, Double> winProbability,
            String first,
            String second,
            double leadPts,
            double leadSdPts) {

        /** The party's lead over the strongest other, negative where it is behind; empty where it is neither first nor second. */
        public Optional<Double> leadOf(String party) {
            if (party.equals(first)) {
                return Optional.of(leadPts);
            }
            return party.equals(second) ? Optional.of(-leadPts) : Optional.empty();
        }
    }
}
