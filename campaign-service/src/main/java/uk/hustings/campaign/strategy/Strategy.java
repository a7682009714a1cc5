package uk.hustings.campaign.strategy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.ClassRule;

/** The class of every seat as of the domain's day, by the rule. */
@ApplicationScoped
public class Strategy {

    private final Seats seats;
    private final String party;
    private final ClassRule rule;

    Strategy(Seats seats, CampaignConfig campaign, StrategyConfig config) {
        this.seats = seats;
        this.party = campaign.party();
        this.rule = new ClassRule(config.keyRank(), config.battlegroundRank(), config.defensiveBelowPts());
    }

    /** @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such seat */
    public BattlegroundClass classOf(SeatCode seat) {
        return classOf(seats.get(seat));
    }

    /**
     * The class as the transaction sees it: what was decided by hand and committed on any replica counts at once.
     *
     * @throws uk.hustings.api.problem.Problem NOT_FOUND if there is no such seat
     */
    public Uni<BattlegroundClass> classOf(Mutiny.StatelessSession session, SeatCode seat) {
        return Uni.createFrom().item(() -> classOf(seat));
    }

    BattlegroundClass classOf(Standing seat) {
        return rule.classOf(party.equals(seat.holder()), seat.rank(), seat.majorityPct());
    }
}
