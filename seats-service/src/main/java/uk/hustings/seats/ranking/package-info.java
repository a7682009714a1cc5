/**
 * Seats in the order in which a party could win or lose them, computed from results alone.
 * Knows no party's own choice of targets.
 */
package uk.hustings.seats.ranking;
