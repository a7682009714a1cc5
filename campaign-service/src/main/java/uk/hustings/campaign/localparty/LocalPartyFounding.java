package uk.hustings.campaign.localparty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.mutex.SeatMutex;
import uk.hustings.campaign.rolesync.RoleSyncRequests;

/** Writes new local parties, with seats that had no owner, and all that follows. */
@ApplicationScoped
class LocalPartyFounding {

    private final LocalPartyRecords records;
    private final SeatMutex mutex;
    private final List<SeatsMoved> followers;
    private final RoleSyncRequests roleSync;
    private final DecisionClock clock;

    LocalPartyFounding(
            LocalPartyRecords records,
            SeatMutex mutex,
            @All List<SeatsMoved> followers,
            RoleSyncRequests roleSync,
            DecisionClock clock) {
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
        return mutex.lock(session, moves.stream().map(SeatMove::seat).toList())
                .chain(() -> clock.now(session))
                .map(now -> new Authored(caller.name(), reason, now))
                .call(decision -> records.found(session, founded, decision))
                .call(() -> roleSync.request(
                        session, founded.stream().map(LocalParty::localParty).toList()))
                .call(decision -> SeatTransfers.inTurn(
                        followers,
                        follower ->
                                follower.moved(session, moves, decision.author(), decision.reason(), decision.at())))
                .chain(() -> records.announce(session));
    }
}
