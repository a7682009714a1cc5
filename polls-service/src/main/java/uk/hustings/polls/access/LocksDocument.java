package uk.hustings.polls.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.hustings.access.LiveLock;
import uk.hustings.access.LockSet;
import uk.hustings.access.Tombstone;
import uk.hustings.api.id.SeatCode;

/** The locks as campaign-service writes them; it may write more than we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record LocksDocument(long version, List<Entry> locks, List<Buried> tombstones) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            String localParty,
            SeatCode seatCode,
            UUID decisionId,
            String reason,
            Instant since,
            Instant until,
            SeatCode twinnedSeat) {

        LiveLock lock() {
            return new LiveLock(localParty, seatCode, decisionId, reason, since, until, twinnedSeat);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Buried(String localParty, SeatCode seatCode, String subject) {

        Tombstone tombstone() {
            return new Tombstone(localParty, seatCode, subject);
        }
    }

    /** A campaign-service of yesterday tells of no tombstones. */
    LockSet set() {
        return LockSet.of(
                version,
                locks.stream().map(Entry::lock).toList(),
                tombstones == null
                        ? List.of()
                        : tombstones.stream().map(Buried::tombstone).toList());
    }
}
