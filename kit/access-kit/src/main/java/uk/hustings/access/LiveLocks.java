package uk.hustings.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.id.SeatCode;

/** The locks and tombstones as this replica knows them, and whether it knows them well enough. */
public final class LiveLocks {

    /** Older than this, what we know of locks is no ground to let anybody in. Real time. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(30);

    private final Follower<LockSet> feed;

    public LiveLocks(Follower<LockSet> feed) {
        this.feed = feed;
    }

    /** Whether the feed confirmed what we know within {@link #STALE_AFTER}. */
    public boolean fresh() {
        return feed.age().filter(age -> age.compareTo(STALE_AFTER) <= 0).isPresent();
    }

    /** @param now domain time: a lock that has run out no longer stands */
    public Optional<LiveLock> lockOn(String localParty, SeatCode seat, Instant now) {
        return feed.current()
                .flatMap(locks -> locks.lockOn(localParty, seat))
                .filter(lock -> now.isBefore(lock.until()));
    }

    /** Whether the local party has lost the seat, by the last that was heard: an old tombstone is better than none. */
    public boolean buriedSeat(String localParty, SeatCode seat) {
        LockSet known = feed.current().orElse(null);
        return known != null && known.buriedSeat(localParty, seat);
    }

    /** Whether the account has left the local party, by the last that was heard. */
    public boolean buriedMember(String localParty, String subject) {
        LockSet known = feed.current().orElse(null);
        return known != null && known.buriedMember(localParty, subject);
    }
}
