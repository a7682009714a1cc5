package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * Moves seats between local parties with all that follows: whoever lost a seat has no role on it and no valid token for it,
 * whoever won it has both, and the groups of all concerned are synced.
 */
@ApplicationScoped
class SeatTransfers {

    private final LocalPartyRecords records;
    private final RoleSyncRequests roleSync;
    private final Tombstones tombstones;
    private final List<SeatsMoved> followers;

    SeatTransfers(
            LocalPartyRecords records,
            RoleSyncRequests roleSync,
            Tombstones tombstones,
            @All List<SeatsMoved> followers) {
        this.records = records;
        this.roleSync = roleSync;
        this.tombstones = tombstones;
        this.followers = followers;
    }

    /** Locks first, then the outbox, and the feed of locks last: the order of all transactions here. */
    Uni<Void> move(Mutiny.StatelessSession session, List<SeatMove> moves, Authored decision) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> concerned = moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return records.move(session, moves)
                .chain(() -> inTurn(
                        followers,
                        follower ->
                                follower.moved(session, moves, decision.author(), decision.reason(), decision.at())))
                .chain(() -> roleSync.request(session, concerned))
                .chain(() -> inTurn(moves, move -> grants(session, move)));
    }

    private Uni<Void> grants(Mutiny.StatelessSession session, SeatMove move) {
        Uni<Void> lost = move.from() == null
                ? Uni.createFrom().voidItem()
                : tombstones.bury(
                        session,
                        move.from(),
                        move.seat(),
                        move.to() == null
                                ? "The seat is none of this local party's any more."
                                : "The seat is one of %s's now.".formatted(move.to()));
        return lost.chain(() ->
                move.to() == null ? Uni.createFrom().voidItem() : tombstones.digOut(session, move.to(), move.seat()));
    }

    static <T> Uni<Void> inTurn(List<T> items, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last();
    }
}
