/**
 * Every failure that a caller can meet, by name, and the one shape in which it is told (RFC 9457).
 * Knows HTTP and JSON; knows no rule of any service.
 */
package uk.hustings.api.problem;
