package uk.hustings.campaign.localparty;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whoever has to look again when seats go from one local party to another. Every bean of this type is told. */
public interface SeatsMoved {

    /**
     * Follows in the transaction that moved the seats, after they were written, roles were asked to be synced and tombstones
     * were written. The seats are locked.
     *
     * @param by account of the person who moved them
     * @param reason in that person's words
     * @param now domain time
     */
    Uni<Void> moved(Mutiny.StatelessSession session, List<SeatMove> moves, String by, String reason, Instant now);
}
