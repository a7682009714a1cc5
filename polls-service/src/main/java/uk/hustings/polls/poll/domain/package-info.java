/** What a poll is and what follows from its figures. Pure; knows neither who asks nor where polls are stored. */
package uk.hustings.polls.poll.domain;
