package uk.hustings.campaign.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LiveLock;
import uk.hustings.campaign.localparty.SeatMove;
import uk.hustings.campaign.localparty.SeatsMoved;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * A lock ends when its local party gives up the seat: there is nothing left to be locked out of. It does not follow the
 * seat, because it rests on the contacts of the one who made them; whoever has the seat now is judged by counts of its own.
 */
@ApplicationScoped
class LocksOfMovedSeats implements SeatsMoved {

    private final Locks locks;
    private final Decisions decisions;
    private final RoleSyncRequests roleSync;

    LocksOfMovedSeats(Locks locks, Decisions decisions, RoleSyncRequests roleSync) {
        this.locks = locks;
        this.decisions = decisions;
        this.roleSync = roleSync;
    }

    /** All locks are held before the first of them moves the feed, whose row everybody takes last. */
    @Override
    public Uni<Void> moved(
            Mutiny.StatelessSession session, List<SeatMove> moves, String by, String reason, Instant now) {
        return Multi.createFrom()
                .iterable(moves)
                .filter(move -> move.from() != null)
                .onItem()
                .transformToUniAndConcatenate(move -> locks.find(session, move.from(), move.seat()))
                .collect()
                .asList()
                .chain(standing -> standing.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : roleSync.request(session, concerned(moves)).chain(() -> Multi.createFrom()
                                .iterable(standing)
                                .onItem()
                                .transformToUniAndConcatenate(lock -> lift(session, lock, by, reason, now))
                                .collect()
                                .last()));
    }

    private Uni<Void> lift(Mutiny.StatelessSession session, AccessLock lock, String by, String reason, Instant now) {
        LiveLock live = lock.live();
        AccessDecision decision = AccessDecision.restored(
                live.localParty(),
                live.seatCode(),
                by,
                now,
                null,
                "The seat is no longer one of this local party's: " + reason,
                lock.decisionId());
        return decisions.add(session, decision).chain(() -> locks.lift(session, lock, decision));
    }

    private static List<String> concerned(List<SeatMove> moves) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
