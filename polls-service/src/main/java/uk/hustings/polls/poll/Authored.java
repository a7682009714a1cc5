package uk.hustings.polls.poll;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did something, why and when.
 *
 * @param author subject of the token
 * @param reason in the author's words
 * @param at domain time, as fine as a database keeps it
 */
public record Authored(String author, String reason, Instant at) {

    public Authored {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
