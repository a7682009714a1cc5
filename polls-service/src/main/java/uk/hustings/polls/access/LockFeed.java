package uk.hustings.polls.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.hustings.access.LiveLocks;
import uk.hustings.access.LockSet;
import uk.hustings.api.follow.Announcer;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Tagged;

/** Follows the locks of campaign-service. Whether they are fresh is asked by whoever is guarded by them. */
@ApplicationScoped
class LockFeed {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Follower<LockSet> follower;

    LockFeed(@RestClient CampaignClient client, MeterRegistry metrics) {
        follower = Follower.follow("campaign-service", new Source(client), EVERY, changed -> {});
        Gauge.builder("hustings.snapshot.age", follower, locks -> locks.age()
                        .map(age -> age.toMillis() / 1000.0)
                        .orElse(Double.NaN))
                .tag("snapshot", "locks")
                .baseUnit("seconds")
                .description("Time since the upstream last confirmed what we know")
                .register(metrics);
    }

    LiveLocks locks() {
        return new LiveLocks(follower);
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.close();
    }

    private static final class Source implements Follower.Source<LockSet> {

        private final CampaignClient client;
        private volatile Tagged<LockSet> newest;

        Source(CampaignClient client) {
            this.client = client;
        }

        @Override
        public Uni<LockSet> fetch(LockSet known) {
            return Tagged.fetch(newest, client::locks, LocksDocument::set)
                    .invoke(fetched -> newest = fetched)
                    .map(Tagged::value);
        }

        @Override
        public Multi<?> signals() {
            return Announcer.watched(client.events());
        }
    }
}
