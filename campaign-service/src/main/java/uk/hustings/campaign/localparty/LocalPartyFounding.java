package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.mutex.PartySeatMutex;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/** Writes new local parties, with seats that had no owner, and all that follows. */
@ApplicationScoped
class LocalPartyFounding {

    private final LocalPartyRecords records;
    private final PartySeatMutex mutex;
    private final List<SeatsMoved> followers;
    private final RoleSyncRequests roleSync;
    private final DomainClock clock;

    LocalPartyFounding(
            LocalPartyRecords records,
            PartySeatMutex mutex,
            @All List<SeatsMoved> followers,
            RoleSyncRequests roleSync,
            DomainClock clock) {
        this.records = records;
        this.mutex = mutex;
        this.followers = followers;
        this.roleSync = roleSync;
        this.clock = clock;
    }

    /** The caller has the turn to change local parties and has checked these. */
    Uni<Void> found(Mutiny.StatelessSession session, Caller caller, List<LocalParty> founded, String reason) {
        if (founded.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<SeatMove> moves = founded.stream()
                .flatMap(party -> party.seatCodes().stream().map(seat -> new SeatMove(seat, null, party.localParty())))
                .toList();
        return mutex.lock(session, SeatTransfers.places(moves))
                .map(locked -> new Authored(caller.name(), reason, clock.instant()))
                .call(decision -> records.found(session, founded, decision))
                .call(decision -> SeatTransfers.inTurn(
                        followers,
                        follower ->
                                follower.moved(session, moves, decision.author(), decision.reason(), decision.at())))
                .chain(() -> roleSync.request(
                        session, founded.stream().map(LocalParty::localParty).toList()))
                .chain(() -> records.announce(session));
    }
}
