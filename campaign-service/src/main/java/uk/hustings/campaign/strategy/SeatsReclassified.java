package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;

/** Whoever has to look again when the class of a seat changes by hand. Every bean of this type is told. */
public interface SeatsReclassified {

    /**
     * Follows in the transaction that changed the classes, after they were written.
     *
     * @param by account of the person who changed them
     */
    Uni<Void> reclassified(Mutiny.StatelessSession session, Collection<SeatCode> seats, String by);
}
