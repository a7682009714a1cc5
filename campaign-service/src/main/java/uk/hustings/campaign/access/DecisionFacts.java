package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.PlaceStates.States;
import uk.hustings.campaign.access.Respites.Respite;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.mutex.PartySeatMutex;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * What decisions about local parties in seats rest on, read after the locks of those places were taken: nothing of it can
 * change before the transaction ends. Only {@link Loader#lockAndLoad} makes it, and nothing is judged or enforced without
 * it. Weeks are read when they are judged, because the transaction itself may add to them first.
 */
public final class DecisionFacts {

    private final States states;
    private final AccessPolicy policy;
    private final Function<SeatCode, BattlegroundClass> classes;
    private final Map<PartySeat, AccessLock> locks;
    private final Map<PartySeat, List<Respite>> respites;
    private final Map<UUID, AccessDecision> cited;

    private DecisionFacts(
            States states,
            AccessPolicy policy,
            Function<SeatCode, BattlegroundClass> classes,
            Map<PartySeat, AccessLock> locks,
            Map<PartySeat, List<Respite>> respites,
            Map<UUID, AccessDecision> cited) {
        this.states = states;
        this.policy = policy;
        this.classes = classes;
        this.locks = locks;
        this.respites = respites;
        this.cited = cited;
    }

    /** Domain time at which everything here was read. */
    public Instant now() {
        return states.now();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now(), DomainClock.LONDON);
    }

    /** The locked places: those asked for, and those to which counts of theirs were carried. */
    Set<PartySeat> places() {
        return states.places();
    }

    /** The version in force; {@link AccessPolicy#NONE} if none is. */
    AccessPolicy policy() {
        return policy;
    }

    BattlegroundClass classOf(SeatCode seat) {
        return classes.apply(seat);
    }

    /** Whose seat it is; empty if nobody's. */
    public Optional<String> ownerOf(SeatCode seat) {
        return Optional.ofNullable(states.owners().get(seat));
    }

    /** Whether the seat is the local party's own, or a twinning with it is in force. */
    public boolean worksIn(PartySeat place) {
        return place.localParty().equals(states.owners().get(place.seat()))
                || states.twinned().contains(place);
    }

    /** Whether a lock, a suspension of the limit or carried counts exist there. */
    boolean detailed(PartySeat place) {
        return states.detailed().contains(place);
    }

    /** The lock that has not been lifted, be its time over or not; null if there is none. */
    AccessLock lock(PartySeat place) {
        return locks.get(place);
    }

    /** The lock that is enforced now. */
    public boolean locked(PartySeat place) {
        return lock(place) != null && now().isBefore(lock(place).live().until());
    }

    List<Respite> respites(PartySeat place) {
        return respites.getOrDefault(place, List.of());
    }

    /** Decisions that locks, notices and emergency openings rest on, by id. */
    Map<UUID, AccessDecision> cited() {
        return cited;
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH if the caller was removed from its local party meanwhile */
    public void requireMember() {
        if (states.memberRemoved()) {
            throw ProblemType.SEAT_OUT_OF_REACH.because(
                    "Your account was removed from this local party. Nothing was written.");
        }
    }

    /**
     * @throws uk.hustings.api.problem.Problem STATE_CONFLICT naming the owner if the seat is another's by now;
     *     SEAT_OUT_OF_REACH if a twinning has ended
     */
    public void requireWorksIn(PartySeat place) {
        requireMember();
        if (worksIn(place)) {
            return;
        }
        String owner = ownerOf(place.seat()).orElse(null);
        if (owner == null) {
            throw ProblemType.STATE_CONFLICT
                    .because("%s does not belong to %s any more, and to no other local party. Nothing was written."
                            .formatted(place.seat(), place.localParty()))
                    .with("seatCode", place.seat());
        }
        throw ProblemType.STATE_CONFLICT
                .because("%s does not work in %s any more: the seat is %s's. Nothing was written."
                        .formatted(place.localParty(), place.seat(), owner))
                .with("seatCode", place.seat())
                .with("owner", owner);
    }

    /** Locks places and reads the facts of decisions about them. */
    @ApplicationScoped
    public static class Loader {

        private final PartySeatMutex mutex;
        private final PlaceStates states;
        private final Policies policies;
        private final Strategy strategy;
        private final Locks locks;
        private final Respites respites;
        private final Decisions decisions;

        Loader(
                PartySeatMutex mutex,
                PlaceStates states,
                Policies policies,
                Strategy strategy,
                Locks locks,
                Respites respites,
                Decisions decisions) {
            this.mutex = mutex;
            this.states = states;
            this.policies = policies;
            this.strategy = strategy;
            this.locks = locks;
            this.respites = respites;
            this.decisions = decisions;
        }

        /** For decisions that do not depend on the caller's membership. */
        public Uni<DecisionFacts> lockAndLoad(Mutiny.StatelessSession session, Collection<PartySeat> places) {
            return lockAndLoad(session, places, Caller.NOBODY);
        }

        /**
         * Waits for the locks of these places, then reads.
         *
         * @param caller whose membership of its local party is read, too
         */
        public Uni<DecisionFacts> lockAndLoad(
                Mutiny.StatelessSession session, Collection<PartySeat> places, Caller caller) {
            return mutex.lock(session, places).chain(locked -> states.of(
                            session,
                            places,
                            caller.subject(),
                            caller.localParty().orElse(null))
                    .chain(read -> locked.containsAll(read.places())
                            ? load(session, read)
                            // Counts were carried to another local party while we waited.
                            : lockAndLoad(session, union(places, read.places()), caller)));
        }

        private Uni<DecisionFacts> load(Mutiny.StatelessSession session, States read) {
            return strategy.classes(session, read.strategyEdition()).chain(classes -> policies.current(
                            session, read.policyEvents(), read.now())
                    .chain(policy -> read.detailed().isEmpty()
                            ? Uni.createFrom()
                                    .item(new DecisionFacts(read, policy, classes, Map.of(), Map.of(), Map.of()))
                            : details(session, read, policy, classes)));
        }

        private Uni<DecisionFacts> details(
                Mutiny.StatelessSession session,
                States read,
                AccessPolicy policy,
                Function<SeatCode, BattlegroundClass> classes) {
            return locks.find(session, read.detailed())
                    .chain(locked -> respites.of(session, read.detailed()).chain(running -> decisions
                            .get(session, citedBy(locked, running))
                            .map(cited -> new DecisionFacts(
                                    read,
                                    policy,
                                    classes,
                                    locked.stream().collect(Collectors.toMap(AccessLock::place, Function.identity())),
                                    running.stream().collect(Collectors.groupingBy(Respite::place)),
                                    cited))));
        }

        private static Set<UUID> citedBy(List<AccessLock> locks, List<Respite> respites) {
            Set<UUID> cited = locks.stream().map(AccessLock::decisionId).collect(Collectors.toCollection(HashSet::new));
            for (Respite respite : respites) {
                if (respite.isNotice()) {
                    cited.add(respite.decisionId());
                } else if (respite.opened() != null) {
                    cited.add(respite.opened());
                }
            }
            return cited;
        }

        private static Set<PartySeat> union(Collection<PartySeat> some, Collection<PartySeat> others) {
            Set<PartySeat> all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }
}
