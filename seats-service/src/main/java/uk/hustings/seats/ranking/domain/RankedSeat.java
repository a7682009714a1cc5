package uk.hustings.seats.ranking.domain;

import uk.hustings.seats.facts.domain.Standing;

/**
 * A seat's place in a ranking.
 *
 * @param rank 1 for the first; null for a seat that the party did not contest
 * @param standing with the result that the rank rests on
 * @param gap how far a challenger is behind, or a holder ahead; null if there is no rank
 */
public record RankedSeat(Integer rank, Standing standing, Gap gap) {}
