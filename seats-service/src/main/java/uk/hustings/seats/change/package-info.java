/**
 * What changed between elections and what would change: series of a seat and of a region, swings, uniform swing.
 * Knows no poll and no forecast: a projection is arithmetic on a result.
 */
package uk.hustings.seats.change;
