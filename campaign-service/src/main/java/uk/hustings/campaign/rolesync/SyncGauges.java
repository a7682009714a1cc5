package uk.hustings.campaign.rolesync;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far Keycloak is behind, for those who watch. */
@ApplicationScoped
class SyncGauges {

    private final Mutiny.SessionFactory sessions;
    private final Backlog backlog;
    private final DriftRuns runs;
    private final AtomicInteger pending;
    private final AtomicInteger dead;
    private final AtomicInteger drift;
    private final AtomicInteger held;

    SyncGauges(Mutiny.SessionFactory sessions, Backlog backlog, DriftRuns runs, MeterRegistry metrics) {
        this.sessions = sessions;
        this.backlog = backlog;
        this.runs = runs;
        this.pending = metrics.gauge("hustings.role.sync.pending", new AtomicInteger());
        this.dead = metrics.gauge("hustings.role.sync.dead", new AtomicInteger());
        this.drift = metrics.gauge("hustings.role.sync.drift", new AtomicInteger());
        this.held = metrics.gauge("hustings.role.sync.held", new AtomicInteger());
    }

    @Scheduled(every = "5s", delayed = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return sessions.withStatelessSession(session -> backlog.count(session)
                        .invoke(counts -> {
                            pending.set(counts.pending());
                            dead.set(counts.dead());
                        })
                        .chain(() -> runs.latest(session))
                        .invoke(latest -> {
                            drift.set(latest == null ? 0 : latest.differences());
                            held.set(latest != null && latest.held() ? 1 : 0);
                        }))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
