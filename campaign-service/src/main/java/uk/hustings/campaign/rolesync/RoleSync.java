package uk.hustings.campaign.rolesync;

import io.quarkus.runtime.Startup;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.api.follow.Notifications;
import uk.hustings.campaign.rolesync.RoleSyncRequests.Claim;
import uk.hustings.campaign.rolesync.domain.RoleChange;

/**
 * The worker behind the outbox: for each local party that was asked for, it reads what the database wants now and makes
 * Keycloak equal to it. The database is the truth; when Keycloak is away the work waits.
 */
@Startup
@ApplicationScoped
class RoleSync {

    private static final Logger LOG = Logger.getLogger(RoleSync.class);
    private static final int MOST_AT_ONCE = 20;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Mutiny.SessionFactory sessions;
    private final RoleSyncRequests requests;
    private final KeycloakGroups keycloak;
    private final BlockingQueue<String> wakes = new LinkedBlockingQueue<>(1);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "role-sync"));
    private final Cancellable listening;
    private volatile boolean stopping;

    RoleSync(
            Mutiny.SessionFactory sessions,
            RoleSyncRequests requests,
            KeycloakGroups keycloak,
            Notifications notifications) {
        this.sessions = sessions;
        this.requests = requests;
        this.keycloak = keycloak;
        this.listening = notifications
                .on(RoleSyncRequests.CHANNEL)
                .onFailure()
                .retry()
                .withBackOff(java.time.Duration.ofMillis(200), java.time.Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(wakes::offer, failure -> LOG.error("No longer woken by the outbox", failure));
        worker.submit(this::work);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        listening.cancel();
        worker.shutdownNow();
    }

    private void work() {
        while (!stopping) {
            try {
                List<Claim> claims = await(session -> requests.claim(session, MOST_AT_ONCE));
                if (!claims.isEmpty()) {
                    sync(claims);
                }
                if (claims.size() < MOST_AT_ONCE) {
                    wakes.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
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

    private void sync(List<Claim> claims) throws Throwable {
        List<String> localParties = claims.stream().map(Claim::localParty).toList();
        // What is wanted is read after the claim: whatever changes later has raised the claim's count.
        Map<String, Set<String>> wanted = await(session -> wantedRoles(session, localParties));
        List<Claim> done = new ArrayList<>();
        boolean reachable = true;
        for (Claim claim : claims) {
            try {
                if (reachable) {
                    sync(claim.localParty(), wanted.getOrDefault(claim.localParty(), Set.of()));
                    done.add(claim);
                } else {
                    failed(claim, "Keycloak gave no answer");
                }
            } catch (ProcessingException noAnswer) {
                reachable = false;
                failed(claim, noAnswer.getMessage());
            } catch (RuntimeException failure) {
                failed(claim, failure.getMessage());
            }
        }
        await(session -> requests.done(session, done));
    }

    private void sync(String localParty, Set<String> wanted) {
        Set<String> present = keycloak.rolesOf(localParty);
        if (present == null) {
            throw new IllegalStateException("Keycloak has no group for this local party");
        }
        RoleChange change = RoleChange.between(present, wanted);
        if (!change.isEmpty()) {
            keycloak.apply(localParty, change);
            LOG.infof("%s: roles added %s, removed %s", localParty, change.add(), change.remove());
        }
    }

    private void failed(Claim claim, String failure) throws Throwable {
        keycloak.forget();
        int wait = (int) Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(claim.attempts(), 10));
        LOG.warnf("%s: roles not synced, next try in %d s: %s", claim.localParty(), wait, failure);
        await(session -> requests.failed(session, claim, String.valueOf(failure), wait));
    }

    private static Uni<Map<String, Set<String>>> wantedRoles(
            Mutiny.StatelessSession session, List<String> localParties) {
        return session.createNativeQuery(
                        "select local_party, role from desired_role where local_party in :parties", Object[].class)
                .setParameter("parties", localParties)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toSet()))));
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
