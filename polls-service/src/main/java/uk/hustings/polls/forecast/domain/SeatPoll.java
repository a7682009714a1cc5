package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What voters of one seat said or, in a by-election, did since the baseline.
 *
 * @param id of the poll, or of the by-election
 * @param seat key of a {@link BaselineSeat}
 * @param end last day of fieldwork, or polling day
 * @param house the pollster; {@link #BY_ELECTION} for votes
 * @param sampleSize people behind the shares, above 0
 * @param sharesPct headline shares by party code, percentage points
 */
public record SeatPoll(
        String id, String seat, LocalDate end, String house, double sampleSize, Map<String, Double> sharesPct) {

    /** In the place of a pollster: real votes. */
    public static final String BY_ELECTION = "by-election";

    public SeatPoll {
        sharesPct = Collections.unmodifiableMap(new TreeMap<>(sharesPct));
    }

    boolean isByElection() {
        return house.equals(BY_ELECTION);
    }
}
