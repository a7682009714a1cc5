/**
 * Evidence beside polls, and all evidence on a seat or contest in order of time. Knows neither how polls are stored nor
 * any average: nothing here is ever averaged with polls.
 */
package uk.hustings.polls.indicator;
