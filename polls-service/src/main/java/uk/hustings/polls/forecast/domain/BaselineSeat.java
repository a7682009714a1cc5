package uk.hustings.polls.forecast.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a seat voted at the general election that the forecast starts from.
 *
 * @param key tells the seat from all others of the forecast
 * @param region by code; seats of one region share an error
 * @param country by name
 * @param inNationalPolls whether national polls speak of it: all of Great Britain
 * @param validVotes above 0
 * @param sharesPct percentage points by party code, {@code other} among them; who did not stand is absent
 * @param winner party code; null if the winner's party has none
 */
public record BaselineSeat(
        String key,
        String region,
        String country,
        boolean inNationalPolls,
        int validVotes,
        Map<String, Double> sharesPct,
        String winner) {

    public BaselineSeat {
        sharesPct = Collections.unmodifiableMap(new TreeMap<>(sharesPct));
    }

    Optional<Double> pctOf(String party) {
        return Optional.ofNullable(sharesPct.get(party));
    }
}
