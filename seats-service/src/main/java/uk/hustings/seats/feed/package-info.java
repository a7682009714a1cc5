/**
 * What polls-service and campaign-service follow of the facts: services only, never through the gateway.
 * Knows no more of its followers than that they follow.
 */
package uk.hustings.seats.feed;
