/**
 * What evidence that is no poll says, and all evidence in order of time. Pure; knows neither who asks nor where it is
 * stored, and never reckons with figures of different kinds.
 */
package uk.hustings.polls.indicator.domain;
