package uk.hustings.seats.change.domain;

import java.util.Map;

/**
 * What a seat's result would be after a change.
 *
 * @param tally the result that the projection starts from
 * @param holder code of the party that won it
 * @param sharesPct projected share of each party that stood, the largest first; not rounded; 0 to 100, together 100
 * @param winner code of the party whose candidate would be first
 * @param majorityPts projected lead of the winning candidate over the next; below 0 if candidates of {@code other}
 *     lead; not rounded
 */
public record Projection(Tally tally, String holder, Map<String, Double> sharesPct, String winner, double majorityPts) {

    public boolean changesHands() {
        return !winner.equals(holder);
    }
}
