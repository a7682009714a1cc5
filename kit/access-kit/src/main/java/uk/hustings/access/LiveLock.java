package uk.hustings.access;

import java.time.Instant;
import java.util.UUID;
import uk.hustings.api.id.SeatCode;

/**
 * A lock that stands: this local party may not open this seat.
 *
 * @param localParty id of the local party
 * @param decisionId the decision it follows from
 * @param reason in words, for the one who is locked out
 * @param since domain time
 * @param until domain time at which it ends by itself
 */
public record LiveLock(
        String localParty, SeatCode seatCode, UUID decisionId, String reason, Instant since, Instant until) {}
