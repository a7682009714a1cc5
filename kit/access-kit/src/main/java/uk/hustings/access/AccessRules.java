package uk.hustings.access;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;

/**
 * Decides every question of access: the token's role must allow the action, a seat or twin role (or region, or
 * everything) must cover the seat, and no live lock or tombstone may stand. Denies what nothing allows. Pure but for the snapshots
 * behind its ports; takes no longer than a few look-ups.
 *
 * <p>What a lock closes needs the Keycloak role on the seat. What a lock never closes rests on the record of who owns
 * which seat, because the role is gone while the lock stands.
 */
public final class AccessRules {

    private static final Ruling.Granted GRANTED = new Ruling.Granted();

    private final AccessMatrix matrix;
    private final Territory territory;
    private final LiveLocks locks;

    /** @param locks null for a service that has nothing a lock closes */
    public AccessRules(AccessMatrix matrix, Territory territory, LiveLocks locks) {
        this.matrix = matrix;
        this.territory = territory;
        this.locks = locks;
    }

    /** The furthest reach that any of the caller's roles gives for the permission; none for a token that contradicts itself. */
    public Reach reach(Caller caller, String permission) {
        return contradictionOf(caller) == null ? matrix.reach(caller.roles(), permission) : Reach.NONE;
    }

    /**
     * The caller without what was taken away since the token was made: local parties that the account has left, with
     * all that came with them, and seats that the local party has lost. Whoever asks a caller for its local party must
     * ask this one.
     */
    public Caller present(Caller caller) {
        if (locks == null || caller.localParties().isEmpty()) {
            return caller;
        }
        List<String> left = caller.localParties().stream()
                .filter(party -> !locks.buriedMember(party, caller.subject()))
                .toList();
        if (left.size() < caller.localParties().size()) {
            // Which seats came with which local party, a token does not say.
            return caller.without(left, seat -> true);
        }
        String localParty = left.get(0);
        return left.size() == 1 ? caller.without(left, seat -> locks.buriedSeat(localParty, seat)) : caller;
    }

    /** May the caller do this at all, somewhere or other? For operations that name no seat. */
    public Ruling decide(Caller caller, String permission) {
        Ruling contradiction = contradictionOf(caller);
        if (contradiction != null) {
            return contradiction;
        }
        if (matrix.reach(caller.roles(), permission) == Reach.NONE) {
            return new Ruling.Refused(
                    ProblemType.FORBIDDEN,
                    "This needs a role that carries %s. Ask a national organiser.".formatted(permission));
        }
        return GRANTED;
    }

    /** May the caller do this everywhere? For operations that change what concerns every seat. */
    public Ruling decideEverywhere(Caller caller, String permission) {
        Ruling anywhere = decide(caller, permission);
        if (anywhere.granted() && reach(caller, permission) != Reach.ALL) {
            return new Ruling.Refused(ProblemType.FORBIDDEN, "This concerns every seat. Ask a national organiser.");
        }
        return anywhere;
    }

    /**
     * May the caller do this in this seat?
     *
     * @param now domain time
     */
    public Ruling decide(Caller caller, String permission, SeatCode seat, Instant now) {
        Ruling anywhere = decide(caller, permission);
        if (!anywhere.granted()) {
            return anywhere;
        }
        Reach reach = reach(caller, permission);
        if (reach == Reach.ALL || reach == Reach.REGION && inRegion(caller, seat)) {
            return GRANTED;
        }
        if (reach != Reach.OWN && reach != Reach.OWN_AND_TWIN) {
            return outOfReach();
        }
        return matrix.closedByLock(permission)
                ? byRoleUnlessLocked(caller, reach, seat, now)
                : byRecord(caller, reach, seat);
    }

    /**
     * Why a token gives nothing at all, or null. Access follows the local party: with two of them, or with one and a role
     * that reaches beyond it, nobody could say for whom the account acts, nor whose lock counts.
     */
    private static Ruling contradictionOf(Caller caller) {
        if (caller.localParties().isEmpty()) {
            return null;
        }
        if (caller.localParties().size() > 1) {
            return new Ruling.Refused(
                    ProblemType.TWO_LOCAL_PARTIES,
                    "An account belongs to one local party. Ask your regional organiser to leave it in the right one.");
        }
        if (caller.region() != null || caller.roles().stream().anyMatch(Role::isWider)) {
            return new Ruling.Refused(
                    ProblemType.WIDER_THAN_LOCAL_PARTY,
                    "The account belongs to a local party and has a role or region that reaches beyond it. Ask a national"
                            + " organiser to take it out of the local party, or an administrator of Keycloak to take the"
                            + " role away; then get a new token.");
        }
        return null;
    }

    /**
     * The seats in which the caller may do this, for filtering lists.
     *
     * @throws uk.hustings.api.problem.Problem LOCKS_STALE if that cannot be told at the moment
     */
    public Predicate<SeatCode> seatsWithin(Caller caller, String permission, Instant now) {
        Reach reach = reach(caller, permission);
        if (matrix.closedByLock(permission) && (reach == Reach.OWN || reach == Reach.OWN_AND_TWIN) && !locks.fresh()) {
            new Ruling.Unknown().orRefuse();
        }
        return seat -> decide(caller, permission, seat, now).granted();
    }

    private Ruling byRoleUnlessLocked(Caller caller, Reach reach, SeatCode seat, Instant now) {
        String localParty = localPartyOf(caller);
        if (localParty == null) {
            return outOfReach();
        }
        if (!locks.fresh()) {
            return new Ruling.Unknown();
        }
        // A lock is told even when the role is gone already, so that the answer is the same before and after.
        LiveLock lock = locks.lockOn(localParty, seat, now).orElse(null);
        if (lock != null) {
            return new Ruling.Locked(lock);
        }
        return covered(caller, localParty, reach, seat) ? GRANTED : outOfReach();
    }

    private Ruling byRecord(Caller caller, Reach reach, SeatCode seat) {
        String localParty = localPartyOf(caller);
        boolean reached =
                localParty != null && (territory.owns(localParty, seat) || covered(caller, localParty, reach, seat));
        return reached ? GRANTED : outOfReach();
    }

    /** What the token's roles cover, unless the local party has lost the seat since. */
    private boolean covered(Caller caller, String localParty, Reach reach, SeatCode seat) {
        boolean inToken = caller.seats().contains(seat)
                || reach == Reach.OWN_AND_TWIN && caller.twins().contains(seat);
        return inToken && (locks == null || !locks.buriedSeat(localParty, seat));
    }

    /** Null for those who have none, and for an account that has left it: then the token's local party is worth nothing. */
    private String localPartyOf(Caller caller) {
        String localParty = caller.localParty().orElse(null);
        return localParty == null || locks != null && locks.buriedMember(localParty, caller.subject())
                ? null
                : localParty;
    }

    private boolean inRegion(Caller caller, SeatCode seat) {
        return caller.region() != null
                && territory.regionOf(seat).filter(caller.region()::equals).isPresent();
    }

    private static Ruling outOfReach() {
        return new Ruling.Refused(
                ProblemType.SEAT_OUT_OF_REACH,
                "Your roles do not cover this seat. GET /v1/campaign/access/me lists the seats that they do cover.");
    }
}
