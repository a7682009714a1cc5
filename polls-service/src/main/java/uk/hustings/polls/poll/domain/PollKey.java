package uk.hustings.polls.poll.domain;

import java.time.LocalDate;

/**
 * What tells one poll from another. Two polls that agree in all of this, unknowns included, are the same; one poll may
 * have asked several questions.
 *
 * @param pollster null if unknown
 * @param client who paid; null if unknown
 * @param fieldworkStart null if unknown
 * @param fieldworkEnd null if unknown
 */
public record PollKey(
        PollKind kind,
        String pollster,
        String client,
        Population population,
        Area area,
        LocalDate fieldworkStart,
        LocalDate fieldworkEnd) {

    /** The last day of fieldwork that is known: its end, else its start; null if neither is. */
    public LocalDate day() {
        return fieldworkEnd == null ? fieldworkStart : fieldworkEnd;
    }
}
