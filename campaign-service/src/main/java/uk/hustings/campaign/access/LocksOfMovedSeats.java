package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.LiveLock;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.SeatMove;
import uk.hustings.campaign.localparty.SeatsMoved;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * A lock, and the notice of one, ends when its local party gives up the seat: there is nothing left to be locked out of. It
 * does not follow the seat, because it rests on the contacts of the one who made them; whoever has the seat now is judged
 * by counts of its own. An exemption runs out by itself.
 */
@ApplicationScoped
class LocksOfMovedSeats implements SeatsMoved {

    private final Locks locks;
    private final Respites respites;
    private final Enforcement enforcement;
    private final RoleSyncRequests roleSync;

    LocksOfMovedSeats(Locks locks, Respites respites, Enforcement enforcement, RoleSyncRequests roleSync) {
        this.locks = locks;
        this.respites = respites;
        this.enforcement = enforcement;
        this.roleSync = roleSync;
    }

    /** All locks are held before the first of them moves the feed, whose row everybody takes last. */
    @Override
    public Uni<Void> moved(
            Mutiny.StatelessSession session, List<SeatMove> moves, String by, String reason, Instant now) {
        List<PartySeat> left = moves.stream()
                .filter(move -> move.from() != null)
                .map(move -> new PartySeat(move.from(), move.seat()))
                .toList();
        List<String> parties =
                left.stream().map(PartySeat::localParty).distinct().sorted().toList();
        String why = "The seat is no longer one of this local party's: " + reason;
        return locks.find(session, left)
                .chain(standing -> respites.ofParties(session, parties).chain(running -> {
                    List<AccessDecision> made = Stream.concat(
                                    standing.stream().map(lock -> restored(lock, by, why, now)),
                                    running.stream()
                                            .filter(respite -> respite.runs() && respite.isNotice())
                                            .filter(respite ->
                                                    left.contains(new PartySeat(respite.localParty(), respite.seat())))
                                            .map(notice -> noticeEnded(notice, why, now)))
                            .toList();
                    return made.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : roleSync.request(session, concerned(moves))
                                    .chain(() -> enforcement.enforce(session, made));
                }));
    }

    private static AccessDecision restored(AccessLock lock, String by, String reason, Instant now) {
        LiveLock live = lock.live();
        return AccessDecision.restored(live.localParty(), live.seatCode(), by, now, null, reason, lock.decisionId());
    }

    private static AccessDecision noticeEnded(Respite notice, String reason, Instant now) {
        return AccessDecision.noticeEnded(notice.localParty(), notice.seat(), now, reason, notice.decisionId());
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
