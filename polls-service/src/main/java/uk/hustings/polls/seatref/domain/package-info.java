/** Seats and how they voted, as far as evidence needs them. Knows neither polls nor where the snapshot comes from. */
package uk.hustings.polls.seatref.domain;
