/** Forecasts as runs that anybody may ask for again: inputs, jobs, results. Knows no formula. */
package uk.hustings.polls.forecast;
