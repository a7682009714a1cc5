/** How seats may vote, made from how they voted and what polls say. Pure; knows neither stored polls nor who asks. */
package uk.hustings.polls.forecast.domain;
