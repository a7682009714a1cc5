package uk.hustings.seats.change.domain;

import java.time.LocalDate;

/**
 * What came out of an election in a seat or a region.
 *
 * @param pollingDay of the seat, or of most seats of the region
 * @param boundarySet the boundaries that it was held, or is reckoned, on
 */
public record Outcome(String electionId, LocalDate pollingDay, String boundarySet, Tally tally) {}
