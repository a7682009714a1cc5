package uk.hustings.campaign.strategy;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.mutex.PartySeatMutex;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.ChangePreview.ChangedSeat;
import uk.hustings.campaign.strategy.ChangePreview.ClassCount;
import uk.hustings.campaign.strategy.StrategyState.RuleVersion;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.Classing;
import uk.hustings.campaign.strategy.domain.Classing.Step;

/** Changes the classes of seats, one changer at a time, and tells everybody who has to look again. */
@ApplicationScoped
class ClassChanges {

    /** What a change comes to. */
    private record Plan(Classing after, List<Step> steps) {}

    private final PartySeatMutex mutex;
    private final StrategyRecords records;
    private final Strategy strategy;
    private final Seats seats;
    private final List<SeatsReclassified> followers;
    private final List<ReclassificationEffects> effects;
    private final Mutiny.SessionFactory sessions;
    private final KeptReplies replies;
    private final DomainClock clock;

    ClassChanges(
            PartySeatMutex mutex,
            StrategyRecords records,
            Strategy strategy,
            Seats seats,
            @All List<SeatsReclassified> followers,
            @All List<ReclassificationEffects> effects,
            Mutiny.SessionFactory sessions,
            KeptReplies replies,
            DomainClock clock) {
        this.mutex = mutex;
        this.records = records;
        this.strategy = strategy;
        this.seats = seats;
        this.followers = followers;
        this.effects = effects;
        this.sessions = sessions;
        this.replies = replies;
        this.clock = clock;
    }

    /**
     * Classes one seat by hand, or gives it back to the rule; what stands so already is left as it is.
     *
     * @param expected refuses a seat that is not as its changer read it
     */
    Uni<SeatStrategy> classify(Caller caller, SeatCode seat, ClassOrder order, Consumer<SeatStrategy> expected) {
        Standing standing = seats.get(seat);
        Map<SeatCode, BattlegroundClass> wanted =
                Collections.singletonMap(seat, Classes.wanted(order.battlegroundClass()));
        // A caller who hangs up must not roll back what is about to commit.
        return sessions.withStatelessTransaction(session -> turn(session)
                        .invoke(before -> expected.accept(SeatStrategy.of(before, standing, strategy.ruled(standing))))
                        .chain(before -> write(
                                session,
                                Authored.now(caller.name(), order.reason(), clock.instant()),
                                before.rule().version(),
                                plan(before, before.classing().withHand(wanted)))))
                .memoize()
                .indefinitely()
                .call(strategy::refresh)
                .replaceWith(() -> SeatStrategy.of(strategy.current(), standing, strategy.ruled(standing)));
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT */
    Uni<Reply> preview(ChangeOrder order) {
        Map<SeatCode, BattlegroundClass> wanted = order.checked(seats);
        return replies.once(
                200,
                session -> records.newest(session, null).chain(before -> {
                    Plan plan = plan(before, after(before.classing(), order, wanted));
                    return effects(session, plan.steps())
                            .map(touched -> new ChangePreview(
                                    before.edition(), counts(before.classing(), plan.after()), changed(plan), touched));
                }),
                told -> null);
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT; STATE_CONFLICT if the edition is another by now */
    Uni<Reply> apply(Caller caller, ChangeOrder order) {
        Map<SeatCode, BattlegroundClass> wanted = order.checked(seats);
        return replies.once(
                        201,
                        session -> turn(session).chain(before -> {
                            refuseIfOutdated(order, before);
                            Authored change = Authored.now(caller.name(), order.reason(), clock.instant());
                            return written(session, change, before, order, wanted);
                        }),
                        done -> null)
                .call(strategy::refresh);
    }

    /** Nobody decides by a class that is about to change, and nobody else changes one. */
    private Uni<StrategyState> turn(Mutiny.StatelessSession session) {
        return mutex.lockRules(session).chain(() -> records.turn(session));
    }

    private Uni<ChangeReceipt> written(
            Mutiny.StatelessSession session,
            Authored change,
            StrategyState before,
            ChangeOrder order,
            Map<SeatCode, BattlegroundClass> wanted) {
        Plan plan = plan(before, after(before.classing(), order, wanted));
        boolean otherRule = !plan.after().rule().equals(before.rule().rule());
        int version = before.rule().version() + (otherRule ? 1 : 0);
        Uni<Void> rule = otherRule
                ? records.add(
                        session,
                        new RuleVersion(version, plan.after().rule(), change.author(), change.reason(), change.at()))
                : Uni.createFrom().voidItem();
        return rule.chain(() -> otherRule && plan.steps().isEmpty()
                        ? records.moveOn(session)
                        : write(session, change, version, plan)
                                .map(moved -> moved ? before.edition() + 1 : before.edition()))
                .map(edition -> new ChangeReceipt(
                        plan.steps().isEmpty() ? null : change.id(), edition, version, changed(plan)));
    }

    private static void refuseIfOutdated(ChangeOrder order, StrategyState before) {
        if (order.edition() != null && order.edition() != before.edition()) {
            throw ProblemType.STATE_CONFLICT
                    .because("The strategy has changed since the preview; look again. Nothing was written.")
                    .with("edition", before.edition());
        }
    }

    private static Classing after(Classing before, ChangeOrder order, Map<SeatCode, BattlegroundClass> wanted) {
        return order.rule() == null
                ? before.withHand(wanted)
                : before.withRule(order.rule().rule());
    }

    private Plan plan(StrategyState before, Classing after) {
        return new Plan(after, before.classing().stepsTo(after, ruled()));
    }

    /** @return whether anything was written */
    private Uni<Boolean> write(Mutiny.StatelessSession session, Authored change, int ruleVersion, Plan plan) {
        if (plan.steps().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        List<SeatCode> reclassified = plan.steps().stream()
                .filter(Step::reclassifies)
                .map(Step::seatCode)
                .sorted()
                .toList();
        return records.add(session, change, ruleVersion, plan.steps())
                .chain(() -> records.moveOn(session))
                .chain(() -> reclassified.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Multi.createFrom()
                                .iterable(followers)
                                .onItem()
                                .transformToUniAndConcatenate(
                                        follower -> follower.reclassified(session, reclassified, change.author()))
                                .collect()
                                .last())
                .replaceWith(true);
    }

    private Uni<List<ReclassificationEffects.Effect>> effects(Mutiny.StatelessSession session, List<Step> steps) {
        List<Step> reclassifying = steps.stream().filter(Step::reclassifies).toList();
        return Multi.createFrom()
                .iterable(effects)
                .onItem()
                .transformToUniAndConcatenate(teller -> teller.of(session, reclassifying))
                .collect()
                .asList()
                .map(told -> told.stream().flatMap(List::stream).toList());
    }

    private List<ClassCount> counts(Classing before, Classing after) {
        return Arrays.stream(BattlegroundClass.values())
                .map(counted -> ClassCount.of(counted, classes(before), classes(after)))
                .toList();
    }

    private List<BattlegroundClass> classes(Classing classing) {
        return ruled().stream()
                .map(seat -> classing.of(seat).battlegroundClass())
                .toList();
    }

    private List<Classing.Seat> ruled() {
        return seats.all().stream().map(strategy::ruled).toList();
    }

    private List<ChangedSeat> changed(Plan plan) {
        return plan.steps().stream().map(step -> ChangedSeat.of(step, seats)).toList();
    }
}
