/**
 * Snapshots: an immutable copy of somebody else's collection, kept in memory, refreshed every few seconds and at once
 * when a signal comes. One mechanism for facts, locks and, later, forecasts.
 */
package uk.hustings.api.follow;
