/**
 * What an election, a contest and a majority are, and which declared results can be believed.
 * Knows no web and no storage.
 */
package uk.hustings.seats.election.domain;
