package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.TargetList.Target;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** Publishes lists of targets and shows of each what the caller may see. */
@ApplicationScoped
class TargetListDesk {

    static final String PATH = "/v1/campaign/strategy/target-lists";

    /** Nearest target first; then what we hold, the weakest majority first. */
    private static final Comparator<Standing> NEAREST_FIRST = Comparator.comparing(
                    Standing::rank, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Standing::majorityPct, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Standing::name)
            .thenComparing(Standing::seatCode);

    private final TargetLists lists;
    private final StrategyRecords records;
    private final Strategy strategy;
    private final VisibleSeats visible;
    private final Seats seats;
    private final Mutiny.SessionFactory sessions;
    private final KeptReplies replies;
    private final DecisionClock clock;

    TargetListDesk(
            TargetLists lists,
            StrategyRecords records,
            Strategy strategy,
            VisibleSeats visible,
            Seats seats,
            Mutiny.SessionFactory sessions,
            KeptReplies replies,
            DecisionClock clock) {
        this.lists = lists;
        this.records = records;
        this.strategy = strategy;
        this.visible = visible;
        this.seats = seats;
        this.sessions = sessions;
        this.replies = replies;
        this.clock = clock;
    }

    /** @throws Problem INVALID_INPUT */
    Uni<Reply> publish(Caller caller, TargetListOrder order) {
        order.checked(seats);
        return replies.once(
                201,
                session -> records.turn(session)
                        .chain(state -> lists.nextVersion(session, order.name()).chain(version -> clock.now(session)
                                .map(now -> Authored.now(caller.name(), order.reason(), now))
                                .map(decision -> frozen(order, version, decision, state))))
                        .call(list -> lists.add(session, list))
                        .map(list -> TargetListSeats.of(list, seats)),
                made -> URI.create("%s/%s/versions/%d"
                        .formatted(PATH, made.list().name(), made.list().version())));
    }

    /** Newest first, as far as the caller may see anything of them. */
    Uni<List<TargetListView>> all(String name) {
        return sessions.withStatelessSession(session -> lists.find(session, name, null))
                .map(found -> found.stream()
                        .map(list -> list.within(visible.within()))
                        .flatMap(Optional::stream)
                        .map(TargetListView::of)
                        .toList());
    }

    /** @throws Problem NOT_FOUND also for a list of which the caller may see nothing */
    Uni<TargetListSeats> get(String name, int version) {
        return sessions.withStatelessSession(session -> find(session, name, version))
                .map(list -> TargetListSeats.of(list, seats));
    }

    /** @throws Problem NOT_FOUND if there is no such version, or one of which the caller may see nothing */
    Uni<ListComparisonView> compare(String name, int from, int to) {
        return sessions.withStatelessSession(session -> find(session, name, from)
                .chain(before -> find(session, name, to).map(after -> ListComparisonView.of(before, after))));
    }

    private Uni<TargetList> find(Mutiny.StatelessSession session, String name, int version) {
        return lists.find(session, name, version).map(found -> found.stream()
                .findFirst()
                .flatMap(list -> list.within(visible.within()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such target list.")));
    }

    private TargetList frozen(TargetListOrder order, int version, Authored decision, StrategyState state) {
        List<BattlegroundClass> classes = order.wantedClasses();
        List<Target> targets = classes == null
                ? order.seatCodes().stream()
                        .map(seat -> target(state, seats.get(seat)))
                        .toList()
                : seats.all().stream()
                        .sorted(NEAREST_FIRST)
                        .map(seat -> target(state, seat))
                        .filter(target -> classes.contains(target.battlegroundClass()))
                        .toList();
        if (targets.isEmpty()) {
            Faults.refuseAny(List.of(FieldError.at("/classes", "no seat has one of these classes now")));
        }
        return new TargetList(
                order.name(),
                version,
                classes,
                state.rule().version(),
                decision.author(),
                decision.reason(),
                decision.at(),
                targets);
    }

    private Target target(StrategyState state, Standing seat) {
        return new Target(
                seat.seatCode(), state.classing().of(strategy.ruled(seat)).battlegroundClass());
    }
}
