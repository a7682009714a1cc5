/**
 * Forecasts of elections seat by seat: runs that any replica works on, their results, and what they rest on. Knows the
 * evidence and how seats voted; decides where nobody goes.
 */
package uk.hustings.polls.forecast;
