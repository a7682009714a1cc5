/** What this service knows of seats: a snapshot that seats-service owns. Must not know a poll. */
package uk.hustings.polls.seatref;
