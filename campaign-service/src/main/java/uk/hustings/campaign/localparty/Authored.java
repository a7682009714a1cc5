package uk.hustings.campaign.localparty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who decided something, why and when.
 *
 * @param author account of the person
 * @param at domain time, as fine as a database keeps it
 */
record Authored(String author, String reason, Instant at) {

    Authored {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
