package uk.hustings.campaign.duty;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Something that falls due by itself: a lock that ends, a period that begins. A bean of this type is asked every second. */
public interface Duty {

    /**
     * Does what is due, and nothing if nothing is. Runs in a transaction of its own, on one replica at a time; when it
     * fails, it is tried again a second later.
     *
     * @param now domain time
     */
    Uni<Void> perform(Mutiny.StatelessSession session, Instant now);
}
