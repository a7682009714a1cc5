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
 * @param twinnedSeat where the local party is wanted instead; null if it is twinned with no seat
 */
public record LiveLock(
        String localParty,
        SeatCode seatCode,
        UUID decisionId,
        String reason,
        Instant since,
        Instant until,
        SeatCode twinnedSeat) {

    /** A lock on a local party that is twinned with no seat. */
    public LiveLock(
            String localParty, SeatCode seatCode, UUID decisionId, String reason, Instant since, Instant until) {
        this(localParty, seatCode, decisionId, reason, since, until, null);
    }
}
