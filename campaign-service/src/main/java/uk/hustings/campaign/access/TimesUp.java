package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.duty.Duty;

/** Locks, notices, exemptions and emergencies whose time is over. */
@ApplicationScoped
class TimesUp implements Duty {

    private final Review review;

    TimesUp(Review review) {
        this.review = review;
    }

    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        return review.whatIsDue(session);
    }
}
