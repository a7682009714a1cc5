/**
 * What a seat is.
 * Knows no web and no storage.
 */
package uk.hustings.seats.seat.domain;
