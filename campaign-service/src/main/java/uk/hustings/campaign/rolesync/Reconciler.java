package uk.hustings.campaign.rolesync;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import uk.hustings.campaign.duty.Duty;
import uk.hustings.campaign.rolesync.DesiredRoles.Settled;
import uk.hustings.campaign.rolesync.HandChanges.Removal;
import uk.hustings.campaign.rolesync.KeycloakGroups.Group;
import uk.hustings.campaign.rolesync.domain.Drift;

/**
 * Compares all groups in Keycloak with what they should carry, and tells Keycloak again where they differ. A role that a
 * person took away stays away; one that a person added does not stay. Many differences at once are no person's doing but
 * a restored backup's or worse: then nothing is done before somebody has looked. Nobody is let in meanwhile, for locks
 * and tombstones do not rest on Keycloak.
 */
@ApplicationScoped
class Reconciler implements Duty {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Mutiny.SessionFactory sessions;
    private final DriftRuns runs;
    private final DesiredRoles desired;
    private final RoleExceptions exceptions;
    private final RoleSyncRequests requests;
    private final KeycloakGroups groups;
    private final HandChanges hands;
    private final RoleSyncConfig config;

    Reconciler(
            Mutiny.SessionFactory sessions,
            DriftRuns runs,
            DesiredRoles desired,
            RoleExceptions exceptions,
            RoleSyncRequests requests,
            KeycloakGroups groups,
            HandChanges hands,
            RoleSyncConfig config) {
        this.sessions = sessions;
        this.runs = runs;
        this.desired = desired;
        this.exceptions = exceptions;
        this.requests = requests;
        this.groups = groups;
        this.hands = hands;
        this.config = config;
    }

    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        return runs.askIfDue(session, config.reconcileEvery());
    }

    /** Blocks, on a thread that may. */
    @Scheduled(every = "1s", delayed = "4s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws Throwable {
        UUID run;
        try {
            run = await(runs::claim);
        } catch (Throwable noDatabase) {
            LOG.debugf("No comparison can be taken on: %s", noDatabase);
            return;
        }
        if (run == null) {
            return;
        }
        try {
            reconcile(run);
        } catch (KeycloakFailure failure) {
            LOG.warnf("The groups in Keycloak were not compared: %s", failure.getMessage());
            await(session -> runs.end(session, run, "failed", null, failure.getMessage()));
        }
    }

    private void reconcile(UUID run) throws Throwable {
        // What was told to Keycloak after this moment may be missing from the list that comes now.
        Instant begun = await(desired::now);
        Map<String, Group> present = groups.all();
        Map<String, Settled> settled = await(session -> desired.settledBefore(session, begun));
        List<Drift> drifts = drifts(settled, present);
        if (drifts.size() > config.mostDifferences()) {
            LOG.errorf(
                    "%d differences between Keycloak and what it was told: nothing is done until headquarters has looked at %s",
                    drifts.size(), run);
            await(session -> record(session, run, drifts, "held", Map.of())
                    .chain(() -> runs.end(session, run, "held", settled.size(), null)));
            return;
        }
        Map<Drift, Removal> adopted = adopted(drifts, settled, present);
        if (!drifts.isEmpty()) {
            LOG.warnf("Keycloak differs from what it was told: %s; adopted: %s", drifts, adopted.keySet());
        }
        await(session -> record(session, run, drifts, "healed", adopted)
                .chain(() -> requests.request(
                        session,
                        drifts.stream()
                                .filter(drift -> !adopted.containsKey(drift))
                                .map(Drift::localParty)
                                .distinct()
                                .toList()))
                .chain(() -> runs.end(session, run, "done", settled.size(), null)));
    }

    private static List<Drift> drifts(Map<String, Settled> settled, Map<String, Group> present) {
        Map<String, Set<String>> should = new HashMap<>();
        settled.forEach((localParty, one) -> should.put(
                localParty,
                Drift.carried(
                        one.wanted().seated() ? List.of(localParty) : List.of(),
                        one.wanted().roles())));
        Map<String, Set<String>> does = new HashMap<>();
        present.forEach((name, group) -> does.put(name, Drift.carried(group.claim(), group.roles())));
        return Drift.between(should, does);
    }

    private Map<Drift, Removal> adopted(List<Drift> drifts, Map<String, Settled> settled, Map<String, Group> present) {
        Map<Drift, Removal> adopted = new HashMap<>();
        if (drifts.stream().noneMatch(Drift::adoptable)) {
            return adopted;
        }
        List<Removal> removals = hands.removals();
        for (Drift drift : drifts) {
            Instant synced = settled.get(drift.localParty()).syncedAt();
            if (drift.adoptable() && synced != null) {
                HandChanges.of(removals, present.get(drift.localParty()).id(), drift.role(), synced)
                        .ifPresent(removal -> adopted.put(drift, removal));
            }
        }
        return adopted;
    }

    private Uni<Void> record(
            Mutiny.StatelessSession session, UUID run, List<Drift> drifts, String action, Map<Drift, Removal> adopted) {
        Uni<Void> recorded = Uni.createFrom().voidItem();
        for (Drift drift : new ArrayList<>(drifts)) {
            Removal removal = adopted.get(drift);
            recorded =
                    recorded.chain(() -> runs.add(session, run, drift, removal == null ? action : "adopted", removal));
            if (removal != null) {
                recorded = recorded.chain(() -> exceptions.adopt(session, drift.localParty(), removal));
            }
        }
        return recorded;
    }

    private <T> T await(Function<Mutiny.StatelessSession, Uni<T>> step) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(step));
    }
}
