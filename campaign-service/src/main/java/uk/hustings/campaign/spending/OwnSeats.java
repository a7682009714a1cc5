package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.localparty.LocalParties;

/** Whether seats still belong to the caller's local party, by the database: they may have moved since the token was made. */
@ApplicationScoped
class OwnSeats {

    private final LocalParties parties;

    OwnSeats(LocalParties parties) {
        this.parties = parties;
    }

    /**
     * To be asked before any seat is locked. Callers without a local party pass: their reach does not depend on seats.
     *
     * @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH
     */
    Uni<Void> require(Mutiny.StatelessSession session, Caller caller, Set<SeatCode> seats) {
        if (caller.localParty().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return parties.seatsOf(session, caller.localParty().get())
                .invoke(own -> {
                    if (!own.containsAll(seats)) {
                        throw ProblemType.SEAT_OUT_OF_REACH.because(
                                "The seat does not belong to your local party; nothing was written.");
                    }
                })
                .replaceWithVoid();
    }
}
