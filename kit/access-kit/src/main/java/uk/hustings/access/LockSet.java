package uk.hustings.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.hustings.api.id.SeatCode;

/**
 * All locks that stand, as of one version of the feed. Immutable.
 *
 * @param version grows with every change; equal versions hold equal locks
 */
public record LockSet(long version, Map<Key, LiveLock> locks) {

    /** One local party in one seat. */
    public record Key(String localParty, SeatCode seatCode) {}

    public static LockSet of(long version, List<LiveLock> locks) {
        return new LockSet(
                version,
                locks.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                lock -> new Key(lock.localParty(), lock.seatCode()), Function.identity())));
    }

    public Optional<LiveLock> lockOn(String localParty, SeatCode seat) {
        return Optional.ofNullable(locks.get(new Key(localParty, seat)));
    }
}
