/**
 * What a party is.
 * Knows no web and no storage.
 */
package uk.hustings.seats.party.domain;
