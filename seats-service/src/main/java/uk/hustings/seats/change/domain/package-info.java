/**
 * Rules of change: from votes of one election and of another to changes, swings and projected shares.
 * Knows no web and no storage.
 */
package uk.hustings.seats.change.domain;
