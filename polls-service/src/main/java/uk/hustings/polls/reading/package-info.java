/**
 * What can be read out of polls that are recorded: waves, swings, groups, correlations, records. Knows only what its
 * caller may see, and makes no forecast.
 */
package uk.hustings.polls.reading;
