package uk.hustings.polls.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.hustings.access.LiveLock;
import uk.hustings.access.LockSet;
import uk.hustings.api.id.SeatCode;

/** The locks as campaign-service writes them; it may write more than we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LocksDocument(long version, List<Entry> locks) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String localParty, SeatCode seatCode, UUID decisionId, String reason, Instant since, Instant until) {

        LiveLock lock() {
            return new LiveLock(localParty, seatCode, decisionId, reason, since, until);
        }
    }

    LockSet set() {
        return LockSet.of(version, locks.stream().map(Entry::lock).toList());
    }
}
