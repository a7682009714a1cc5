package uk.hustings.campaign.strategy;

import jakarta.enterprise.context.ApplicationScoped;
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

    BattlegroundClass classOf(Standing seat) {
        return rule.classOf(party.equals(seat.holder()), seat.rank(), seat.majorityPct());
    }
}
