package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.SeatsReclassified;

/** A seat that changes its class by hand leaves or enters what the policy covers, in the same transaction. */
@ApplicationScoped
class Reclassification implements SeatsReclassified {

    private final Review review;

    Reclassification(Review review) {
        this.review = review;
    }

    @Override
    public Uni<Void> reclassified(Mutiny.StatelessSession session, Collection<SeatCode> seats, String by) {
        return review.inSeats(session, seats);
    }
}
