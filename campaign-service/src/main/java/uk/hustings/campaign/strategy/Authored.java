package uk.hustings.campaign.strategy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import uk.hustings.api.id.Ids;

/**
 * Who decided something, why and when.
 *
 * @param id of the decision
 * @param author account of the person
 * @param at domain time, as fine as a database keeps it
 */
record Authored(UUID id, String author, String reason, Instant at) {

    static Authored now(String author, String reason, Instant now) {
        return new Authored(Ids.next(), author, reason, now.truncatedTo(ChronoUnit.MICROS));
    }
}
