/**
 * Facts, all public: seats, parties, elections, results, rankings.
 * Knows no poll, no local party and no strategy.
 */
package uk.hustings.seats;
