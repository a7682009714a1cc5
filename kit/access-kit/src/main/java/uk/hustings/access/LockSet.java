package uk.hustings.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.hustings.api.id.SeatCode;

/** All locks that stand and all tombstones that lie, as of one version of the feed. Immutable; asked by hash alone. */
public final class LockSet {

    private final long version;
    private final Map<Key, LiveLock> locks;
    private final Set<Tombstone> tombstones;

    /** One local party in one seat. */
    public record Key(String localParty, SeatCode seatCode) {}

    private LockSet(long version, Map<Key, LiveLock> locks, Set<Tombstone> tombstones) {
        this.version = version;
        this.locks = Map.copyOf(locks);
        this.tombstones = Set.copyOf(tombstones);
    }

    /** Locks alone, no tombstone. */
    public static LockSet of(long version, List<LiveLock> locks) {
        return of(version, locks, List.of());
    }

    /** @param version grows with every change; equal versions hold equal locks and tombstones */
    public static LockSet of(long version, List<LiveLock> locks, Collection<Tombstone> tombstones) {
        Map<Key, LiveLock> byKey = new HashMap<>();
        locks.forEach(lock -> byKey.put(new Key(lock.localParty(), lock.seatCode()), lock));
        return new LockSet(version, byKey, new HashSet<>(tombstones));
    }

    public long version() {
        return version;
    }

    public Map<Key, LiveLock> locks() {
        return locks;
    }

    public Set<Tombstone> tombstones() {
        return tombstones;
    }

    public Optional<LiveLock> lockOn(String localParty, SeatCode seat) {
        return Optional.ofNullable(locks.get(new Key(localParty, seat)));
    }

    /** Whether the local party has lost the seat while tokens that say otherwise live on. */
    boolean buriedSeat(String localParty, SeatCode seat) {
        return !tombstones.isEmpty() && tombstones.contains(new Tombstone(localParty, seat, null));
    }

    /** Whether the account has left the local party while tokens that say otherwise live on. */
    boolean buriedMember(String localParty, String subject) {
        return !tombstones.isEmpty() && tombstones.contains(new Tombstone(localParty, null, subject));
    }
}
