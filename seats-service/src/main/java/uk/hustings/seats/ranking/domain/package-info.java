/**
 * How seats are ranked and what it would take to turn one.
 * Knows no web and no storage.
 */
package uk.hustings.seats.ranking.domain;
