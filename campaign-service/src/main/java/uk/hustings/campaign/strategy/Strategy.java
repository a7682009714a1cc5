package uk.hustings.campaign.strategy;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.follow.Follower;
import uk.hustings.api.follow.Notifications;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.StrategyState.RuleVersion;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.Classing;

/** The class of every seat as of the domain's day: by the rule, unless a person decided otherwise. */
@Startup
@ApplicationScoped
public class Strategy {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Seats seats;
    private final StrategyRecords records;
    private final String party;
    private final StrategyState founding;
    private final Follower<StrategyState> follower;

    Strategy(
            Seats seats,
            StrategyRecords records,
            CampaignConfig campaign,
            StrategyConfig config,
            Mutiny.SessionFactory sessions,
            Notifications notifications) {
        this.seats = seats;
        this.records = records;
        this.party = campaign.party();
        this.founding = StrategyState.of(0, RuleVersion.founding(config), Map.of());
        this.follower = Follower.follow(
                "strategy",
                new Follower.Source<StrategyState>() {
                    @Override
                    public Uni<StrategyState> fetch(StrategyState known) {
                        return sessions.withStatelessSession(session -> records.newest(session, known));
                    }

                    @Override
                    public Multi<?> signals() {
                        return notifications.on(StrategyRecords.CHANNEL);
                    }
                },
                EVERY,
                changed -> {});
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    /**
     * The class as this replica last heard of it.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such seat
     */
    public BattlegroundClass classOf(SeatCode seat) {
        return classOf(seats.get(seat));
    }

    /**
     * The class of every seat as the transaction sees it: what was decided by hand and committed on any replica counts at
     * once. It cannot change until the end of a transaction that holds the lock of a place. An unknown seat is a Problem
     * NOT_FOUND.
     */
    public Uni<Function<SeatCode, BattlegroundClass>> classes(Mutiny.StatelessSession session) {
        return records.newest(session, current()).map(this::classes);
    }

    /** The same, for whoever has read already at which edition the strategy is. */
    public Uni<Function<SeatCode, BattlegroundClass>> classes(Mutiny.StatelessSession session, long edition) {
        StrategyState known = current();
        return known.edition() == edition ? Uni.createFrom().item(classes(known)) : classes(session);
    }

    private Function<SeatCode, BattlegroundClass> classes(StrategyState state) {
        return seat -> state.classing().of(ruled(seats.get(seat))).battlegroundClass();
    }

    BattlegroundClass classOf(Standing seat) {
        return current().classing().of(ruled(seat)).battlegroundClass();
    }

    /** As this replica last heard of it; the founding rule until it has heard anything. */
    StrategyState current() {
        return follower.current().orElse(founding);
    }

    /** What the rule looks at in a seat. */
    Classing.Seat ruled(Standing seat) {
        return new Classing.Seat(seat.seatCode(), party.equals(seat.holder()), seat.rank(), seat.majorityPct());
    }

    /** Reads what was committed just now. */
    Uni<Void> refresh() {
        return follower.refresh().replaceWithVoid().onFailure().recoverWithNull();
    }
}
