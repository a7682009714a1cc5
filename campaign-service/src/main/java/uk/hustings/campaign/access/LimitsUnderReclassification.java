package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.strategy.ReclassificationEffects;
import uk.hustings.campaign.strategy.domain.Classing.Step;

/** Says beforehand which locks and limits another class of a seat would touch, by the policy in force. */
@ApplicationScoped
class LimitsUnderReclassification implements ReclassificationEffects {

    private final Policies policies;
    private final DomainClock clock;

    LimitsUnderReclassification(Policies policies, DomainClock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Uni<List<Effect>> of(Mutiny.StatelessSession session, List<Step> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<SeatCode, Step> bySeat = steps.stream().collect(Collectors.toMap(Step::seatCode, Function.identity()));
        return policies.current(session, clock.instant()).chain(policy -> session.createSelectionQuery(
                        "from AccessLock where liftedBy is null and seatCode in :seats order by seatCode, localParty",
                        AccessLock.class)
                .setParameter(
                        "seats", bySeat.keySet().stream().map(SeatCode::value).toList())
                .getResultList()
                .map(locks -> {
                    List<Effect> effects = new ArrayList<>();
                    locks.forEach(lock -> effects.add(
                            onLock(lock, policy, bySeat.get(lock.live().seatCode()))));
                    steps.forEach(step -> addLimit(effects, policy, step));
                    return effects;
                }));
    }

    private static Effect onLock(AccessLock lock, AccessPolicy policy, Step step) {
        boolean covered = policy.covers(step.to().battlegroundClass());
        return new Effect(
                step.seatCode(),
                lock.live().localParty(),
                covered ? "lock-stands" : "lock-loses-ground",
                covered
                        ? "A lock stands, and the weekly limit covers the seat after the change too."
                        : "A lock stands; after the change the weekly limit does not cover the seat.");
    }

    private static void addLimit(List<Effect> effects, AccessPolicy policy, Step step) {
        boolean before = policy.covers(step.from().battlegroundClass());
        boolean after = policy.covers(step.to().battlegroundClass());
        if (before != after) {
            effects.add(new Effect(
                    step.seatCode(),
                    null,
                    after ? "limit-begins" : "limit-ends",
                    after
                            ? "More than %d contacts in a week will lock the seat.".formatted(policy.weeklyLimit())
                            : "No weekly limit will apply here."));
        }
    }
}
