/** What national polls say together. Pure; knows neither where polls are stored nor what is made of the average. */
package uk.hustings.polls.average.domain;
