/**
 * How polls are compared with each other and with results, and when they must not be. Pure; knows neither callers nor
 * requests.
 */
package uk.hustings.polls.reading.domain;
