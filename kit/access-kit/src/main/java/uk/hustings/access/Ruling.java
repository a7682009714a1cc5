package uk.hustings.access;

import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

/** What was decided about one caller, one permission and one seat. */
public sealed interface Ruling {

    record Granted() implements Ruling {}

    /** The caller's roles do not carry the permission at all, or not to this seat. */
    record Refused(ProblemType type, String detail) implements Ruling {}

    /** The caller's local party is locked out of the seat. */
    record Locked(LiveLock lock) implements Ruling {}

    /** It cannot be told whether a lock stands: nobody whom a lock could concern gets in. */
    record Unknown() implements Ruling {}

    default boolean granted() {
        return this instanceof Granted;
    }

    /** @throws Problem unless granted */
    default void orRefuse() {
        if (this instanceof Refused refused) {
            throw refused.type().because(refused.detail());
        }
        if (this instanceof Unknown) {
            throw ProblemType.LOCKS_STALE.because("Try again in a moment; public data stay readable.");
        }
        if (this instanceof Locked locked) {
            throw locked(locked.lock());
        }
    }

    /** The refusal of somebody who is locked out; it names the seat where the local party is wanted, if there is one. */
    static Problem locked(LiveLock lock) {
        Problem refusal = ProblemType.PARTY_LOCKED
                .because(lock.reason())
                .with("localParty", lock.localParty())
                .with("seatCode", lock.seatCode())
                .with("decisionId", lock.decisionId())
                .with("lockedSince", lock.since())
                .with("lockedUntil", lock.until());
        return lock.twinnedSeat() == null ? refusal : refusal.with("twinnedSeat", lock.twinnedSeat());
    }
}
