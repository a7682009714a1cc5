/**
 * Constituencies: code, name, place, electorate.
 * Knows who holds a seat only from what the facts say of its results.
 */
package uk.hustings.seats.seat;
