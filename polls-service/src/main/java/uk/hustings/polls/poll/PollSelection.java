package uk.hustings.polls.poll;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;

/**
 * Which polls are meant, and which of the private ones may be known of.
 *
 * @param seats null for every seat
 * @param pollster null for every pollster, and so on
 * @param asOf fieldwork that ended on or before that day, or at an unknown time
 * @param readable seats whose private polls the caller may read, in order
 */
record PollSelection(
        List<SeatCode> seats,
        String pollster,
        String population,
        String question,
        String visibility,
        LocalDate asOf,
        List<SeatCode> readable) {}
