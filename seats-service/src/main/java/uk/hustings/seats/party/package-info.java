/**
 * Parties by code: name, colour, lineage.
 * Knows no seat and no election.
 */
package uk.hustings.seats.party;
