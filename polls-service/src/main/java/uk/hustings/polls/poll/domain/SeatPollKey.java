package uk.hustings.polls.poll.domain;

import java.time.LocalDate;
import uk.hustings.api.id.SeatCode;

/**
 * What tells one poll from another. Two polls that agree in all of this, unknowns included, are the same.
 *
 * @param pollster null if unknown
 * @param client who paid; null if unknown
 * @param fieldworkStart null if unknown
 * @param fieldworkEnd null if unknown
 */
public record SeatPollKey(
        String pollster,
        String client,
        Population population,
        Question question,
        SeatCode seatCode,
        LocalDate fieldworkStart,
        LocalDate fieldworkEnd) {}
