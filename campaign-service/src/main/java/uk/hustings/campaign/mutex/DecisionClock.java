package uk.hustings.campaign.mutex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.sql.Sql;
import uk.hustings.api.time.DomainClock;

/**
 * Domain time by the clock of the database. All replicas share it, so that decisions are dated in the order in which they
 * are made. To be asked after the lock was taken under which something is decided.
 */
@ApplicationScoped
public class DecisionClock {

    private final DomainClock clock;

    DecisionClock(DomainClock clock) {
        this.clock = clock;
    }

    /** The present moment, not the beginning of the transaction. */
    public Uni<Instant> now(Mutiny.StatelessSession session) {
        return Sql.rows(session, "select clock_timestamp()").map(rows -> at(rows.get(0)[0]));
    }

    /** @param databaseTime a {@code clock_timestamp()} as the driver has it */
    public Instant at(Object databaseTime) {
        return clock.at(((OffsetDateTime) databaseTime).toInstant());
    }
}
