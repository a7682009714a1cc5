package uk.hustings.polls.forecast.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a seat voted in the election that a forecast is held against. Used for scores only.
 *
 * @param winner party code; {@code other} if the winner's party has none
 * @param sharesPct percentage points by party code
 */
public record Outcome(String winner, Map<String, Double> sharesPct) {

    public Outcome {
        sharesPct = Collections.unmodifiableMap(new TreeMap<>(sharesPct));
    }
}
