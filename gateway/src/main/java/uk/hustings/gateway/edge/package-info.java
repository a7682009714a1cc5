/**
 * The door: what every request must be before anybody looks at it, and what stands on every answer.
 * Knows HTTP and tokens; knows no service, no role and no seat.
 */
package uk.hustings.gateway.edge;
