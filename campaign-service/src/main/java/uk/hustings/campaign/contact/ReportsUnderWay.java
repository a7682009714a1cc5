package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.strategy.SeatsReclassified;

/**
 * Lets reports that are under way end before anybody looks again at a seat that changes its class: they may have read the
 * old one, and what they decided by it is seen then. Later ones wait until the new class is committed. Row locks would not
 * do, because the first report of a week makes a row that nobody else sees yet.
 */
@ApplicationScoped
@Priority(100)
class ReportsUnderWay implements SeatsReclassified {

    @Override
    public Uni<Void> reclassified(Mutiny.StatelessSession session, Collection<SeatCode> seats, String by) {
        return session.createNativeQuery("lock table contact_week in share mode")
                .executeUpdate()
                .replaceWithVoid();
    }
}
