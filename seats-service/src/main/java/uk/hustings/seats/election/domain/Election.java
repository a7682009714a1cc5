package uk.hustings.seats.election.domain;

import java.time.LocalDate;

/**
 * An election.
 *
 * @param id {@code ge2010} or {@code by-2012-11-15-E14000648}
 * @param pollingDay of most seats; a contest may have been put off
 * @param boundarySet the boundaries that it was held on
 */
public record Election(String id, String name, ElectionKind kind, LocalDate pollingDay, String boundarySet) {}
