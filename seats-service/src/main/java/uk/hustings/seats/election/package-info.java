/**
 * Elections and their results, seat by seat.
 * Knows seats and parties by their codes.
 */
package uk.hustings.seats.election;
