package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.ResourceWeek;

/**
 * One edition of what was said of a kind of resource of a holder in a week.
 *
 * @param edition from 1
 * @param replaces the edition that it corrects; null if it corrects none
 * @param amount null if it withdraws what was said before
 * @param source null if it withdraws
 * @param reason of a correction or withdrawal; may be null otherwise
 */
record ResourceStatement(
        UUID id,
        Key key,
        int edition,
        Integer replaces,
        BigDecimal amount,
        String source,
        String reason,
        String author,
        Instant statedAt) {

    /** What editions are editions of. */
    record Key(ResourceWeek of, Basis basis) {}

    boolean withdrawn() {
        return amount == null;
    }
}
