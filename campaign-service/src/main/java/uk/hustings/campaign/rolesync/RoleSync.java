package uk.hustings.campaign.rolesync;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.api.follow.Notifications;
import uk.hustings.campaign.rolesync.GroupSync.Wanted;
import uk.hustings.campaign.rolesync.RoleSyncRequests.Claim;
import uk.hustings.campaign.rolesync.RoleSyncRequests.Done;
import uk.hustings.campaign.rolesync.RoleSyncRequests.Lane;
import uk.hustings.campaign.rolesync.domain.Backoff;
import uk.hustings.campaign.rolesync.domain.SyncFailure;

/**
 * The workers behind the outbox: for each local party that was asked for, they read what the database wants now and make
 * Keycloak equal to it. The database is the truth; when Keycloak is away the work waits.
 */
@Startup
@ApplicationScoped
class RoleSync {

    private static final Logger LOG = Logger.getLogger(RoleSync.class);
    private static final long LOOK_EVERY_MILLIS = 1000;
    private static final long LOOK_SELDOM_MILLIS = 5_000;

    private final Mutiny.SessionFactory sessions;
    private final RoleSyncRequests requests;
    private final DesiredRoles desired;
    private final GroupSync groups;
    private final RoleSyncConfig config;
    private final Backoff backoff;
    private final Semaphore wakes = new Semaphore(0);
    private final ExecutorService workers;
    private final Cancellable listening;
    private volatile boolean stopping;

    RoleSync(
            Mutiny.SessionFactory sessions,
            RoleSyncRequests requests,
            DesiredRoles desired,
            GroupSync groups,
            RoleSyncConfig config,
            Notifications notifications) {
        this.sessions = sessions;
        this.requests = requests;
        this.desired = desired;
        this.groups = groups;
        this.config = config;
        this.backoff = new Backoff(config.firstWait(), config.longestWait());
        this.workers = Executors.newFixedThreadPool(config.workers(), task -> new Thread(task, "role-sync"));
        this.listening = notifications
                .on(RoleSyncRequests.CHANNEL)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(woken -> wakeOne(), failure -> LOG.error("No longer woken by the outbox", failure));
        for (int number = 0; number < config.workers(); number++) {
            Lane lane = number % 2 == 0 ? Lane.SMALLEST_WAVE_FIRST : Lane.LONGEST_DUE_FIRST;
            // One looks by itself for what falls due; the others are woken while there is more than it can do.
            long lookEvery = number == 0 ? LOOK_EVERY_MILLIS : LOOK_SELDOM_MILLIS;
            workers.submit(() -> work(lane, lookEvery));
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
        listening.cancel();
        workers.shutdownNow();
    }

    private void wakeOne() {
        if (wakes.availablePermits() < config.workers()) {
            wakes.release();
        }
    }

    private void work(Lane lane, long lookEveryMillis) {
        while (!stopping) {
            try {
                List<Claim> claims = await(session -> requests.claim(session, lane));
                if (claims.isEmpty()) {
                    wakes.tryAcquire(lookEveryMillis, TimeUnit.MILLISECONDS);
                } else {
                    wakeOne();
                    syncOrGiveBack(claims);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) {
                LOG.warnf("The outbox cannot be worked on: %s", failure);
                pause();
            }
        }
    }

    /** When the database goes away in between, nobody has to wait for the lease to run out. */
    private void syncOrGiveBack(List<Claim> claims) throws Throwable {
        try {
            sync(claims);
        } catch (Exception failure) {
            boolean given = false;
            while (!given && !stopping && !Thread.currentThread().isInterrupted()) {
                pause();
                given = tryToGiveBack(claims);
            }
            throw failure;
        }
    }

    private boolean tryToGiveBack(List<Claim> claims) {
        try {
            await(session -> requests.release(session, claims));
            return true;
        } catch (Throwable stillAway) {
            return false;
        }
    }

    private void sync(List<Claim> claims) throws Throwable {
        long begun = System.nanoTime();
        // What is wanted is read after the claim: whatever changes later has raised the claim's count.
        Map<String, Wanted> wanted = await(session ->
                desired.of(session, claims.stream().map(Claim::localParty).toList()));
        List<Done> done = new ArrayList<>();
        List<Claim> left = new ArrayList<>();
        for (Claim claim : claims) {
            // A quarter of the lease is for the others of the round, the rest for the slowest of them.
            if (System.nanoTime() - begun > config.lease().toNanos() / 4) {
                left.add(claim);
            } else {
                sync(claim, wanted.get(claim.localParty()), done);
            }
        }
        if (!done.isEmpty()) {
            await(session -> requests.done(session, done));
        }
        if (!left.isEmpty()) {
            await(session -> requests.release(session, left));
        }
    }

    private void sync(Claim claim, Wanted wanted, List<Done> done) throws Throwable {
        try {
            String localParty = claim.localParty();
            done.add(new Done(claim, groups.sync(localParty, wanted, claim.groupId(), () -> reserve(localParty))));
        } catch (KeycloakFailure failure) {
            failed(claim, failure.kind(), failure.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.warnf(unforeseen, "%s cannot be synced", claim.localParty());
            failed(claim, SyncFailure.REFUSED, "Something failed on our side; the log says more");
        }
    }

    private void failed(Claim claim, SyncFailure failure, String error) throws Throwable {
        groups.forget();
        int refusals = claim.refusals() + (failure == SyncFailure.NO_ANSWER ? 0 : 1);
        boolean dead = failure.isFinal(refusals, config.mostRefusals());
        Duration wait =
                backoff.after(claim.attempts(), ThreadLocalRandom.current().nextDouble());
        if (dead) {
            LOG.errorf("%s: given up until somebody has looked: %s", claim.localParty(), error);
        } else {
            LOG.warnf("%s: roles not synced, next try in %d ms: %s", claim.localParty(), wait.toMillis(), error);
        }
        await(session -> requests.failed(session, claim, error, refusals, wait, dead));
    }

    private int reserve(String localParty) {
        try {
            return await(session -> requests.reserve(session, localParty));
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Each step is a transaction of its own: nothing in the database waits for Keycloak. */
    private <T> T await(Function<Mutiny.StatelessSession, Uni<T>> step) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(step));
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
