/**
 * All facts of one moment, looked up by code, by election and by day.
 * Knows no web and no storage.
 */
package uk.hustings.seats.facts.domain;
