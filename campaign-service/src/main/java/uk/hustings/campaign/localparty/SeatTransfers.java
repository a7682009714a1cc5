package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.mutex.PartySeatMutex;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * Moves seats between local parties with all that follows: whoever lost a seat has no role on it and no valid token for it,
 * whoever won it has both, and the groups of all concerned are synced.
 */
@ApplicationScoped
class SeatTransfers {

    private final LocalPartyRecords records;
    private final PartySeatMutex mutex;
    private final RoleSyncRequests roleSync;
    private final Tombstones tombstones;
    private final List<SeatsMoved> followers;

    SeatTransfers(
            LocalPartyRecords records,
            PartySeatMutex mutex,
            RoleSyncRequests roleSync,
            Tombstones tombstones,
            @All List<SeatsMoved> followers) {
        this.records = records;
        this.mutex = mutex;
        this.roleSync = roleSync;
        this.tombstones = tombstones;
        this.followers = followers;
    }

    /**
     * Locks everything that a change of these local parties concerns. Whoever waited for one of the places reads who owns
     * the seat after the change is committed.
     *
     * @param followers that end what a merger of the first of these local parties ends; none for any other change
     */
    Uni<Void> lock(
            Mutiny.StatelessSession session,
            List<LocalParty> changed,
            List<SeatMove> moves,
            List<LocalPartyMerged> followers) {
        String first = changed.get(0).localParty();
        Set<PartySeat> places = new TreeSet<>(places(moves));
        return records.hold(
                        session,
                        Stream.concat(changed.stream().map(LocalParty::localParty), concerned(moves).stream())
                                .collect(Collectors.toCollection(TreeSet::new)))
                .chain(() -> inTurn(followers, follower -> follower.concerned(session, first)
                        .invoke(places::addAll)
                        .replaceWithVoid()))
                .chain(() -> places.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : mutex.lock(session, places).replaceWithVoid());
    }

    /** Where the old owner works no more, and where the new one works from now on. */
    static List<PartySeat> places(List<SeatMove> moves) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to())
                        .filter(Objects::nonNull)
                        .map(party -> new PartySeat(party, move.seat())))
                .toList();
    }

    private static List<String> concerned(List<SeatMove> moves) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** Locks first, then the outbox, and the feed of locks last: the order of all transactions here. */
    Uni<Void> move(Mutiny.StatelessSession session, List<SeatMove> moves, Authored decision) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return records.move(session, moves)
                .chain(() -> inTurn(
                        followers,
                        follower ->
                                follower.moved(session, moves, decision.author(), decision.reason(), decision.at())))
                .chain(() -> roleSync.request(session, concerned(moves)))
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
