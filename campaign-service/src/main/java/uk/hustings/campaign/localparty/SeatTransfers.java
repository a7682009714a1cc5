package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.mutex.SeatMutex;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/**
 * Moves seats between local parties with all that follows: whoever lost a seat has no role on it and no valid token for it,
 * whoever won it has both, and the groups of all concerned are synced.
 */
@ApplicationScoped
class SeatTransfers {

    private final LocalPartyRecords records;
    private final SeatMutex mutex;
    private final RoleSyncRequests roleSync;
    private final Tombstones tombstones;
    private final List<SeatsMoved> followers;

    SeatTransfers(
            LocalPartyRecords records,
            SeatMutex mutex,
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
     * Locks everything that a change of these local parties concerns. A transaction that waited for one of the seats reads
     * who owns it after the change is committed.
     *
     * @param followers that end what a merger of the first of these local parties ends; none for any other change
     */
    Uni<Void> lock(
            Mutiny.StatelessSession session,
            List<LocalParty> changed,
            List<SeatMove> moves,
            List<LocalPartyMerged> followers) {
        String first = changed.get(0).localParty();
        Set<SeatCode> seats = moves.stream().map(SeatMove::seat).collect(Collectors.toCollection(TreeSet::new));
        return records.hold(
                        session,
                        Stream.concat(changed.stream().map(LocalParty::localParty), concerned(moves).stream())
                                .collect(Collectors.toCollection(TreeSet::new)))
                .chain(() -> inTurn(followers, follower -> follower.concerned(session, first)
                        .invoke(seats::addAll)
                        .replaceWithVoid()))
                .chain(() -> seats.isEmpty() ? Uni.createFrom().voidItem() : mutex.lock(session, seats));
    }

    private static List<String> concerned(List<SeatMove> moves) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Role synchronisation and tombstones come first, before what follows for access moves the feed of locks: the order of
     * all transactions here.
     */
    Uni<Void> move(Mutiny.StatelessSession session, List<SeatMove> moves, Authored decision) {
        if (moves.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return records.move(session, moves)
                .chain(() -> roleSync.request(session, concerned(moves)))
                .chain(() -> tombstones.seatsMoved(session, lost(moves), gained(moves)))
                .chain(() -> inTurn(
                        followers,
                        follower ->
                                follower.moved(session, moves, decision.author(), decision.reason(), decision.at())));
    }

    private static Map<PartySeat, String> lost(List<SeatMove> moves) {
        return moves.stream()
                .filter(move -> move.from() != null)
                .collect(Collectors.toMap(
                        move -> new PartySeat(move.from(), move.seat()),
                        move -> move.to() == null
                                ? "The seat no longer belongs to this local party."
                                : "The seat belongs to %s now.".formatted(move.to())));
    }

    private static List<PartySeat> gained(List<SeatMove> moves) {
        return moves.stream()
                .filter(move -> move.to() != null)
                .map(move -> new PartySeat(move.to(), move.seat()))
                .toList();
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
