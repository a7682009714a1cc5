package uk.hustings.campaign.spending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.CampaignConfig;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.LimitRule;
import uk.hustings.campaign.spending.domain.LimitTable;
import uk.hustings.campaign.spending.domain.SeatType;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Elections as requests name them, and the rules that limit spending at them. */
@ApplicationScoped
class Contests {

    private final Contest current;

    Contests(CampaignConfig config) {
        this.current = Contest.general(config.pollingDay());
    }

    /** The general election that the campaign works towards. */
    Contest current() {
        return current;
    }

    /**
     * @param election null for the current one
     * @throws IllegalArgumentException if there is no such election
     */
    Contest find(String election) {
        return election == null ? current : Contest.fromCode(election, current);
    }

    /**
     * The election that a query parameter names; the current one if it is absent.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER
     */
    Contest asked(String election) {
        try {
            return find(election == null || election.isBlank() ? null : election.strip());
        } catch (IllegalArgumentException unknown) {
            throw QueryParameter.refused("election", "election must be " + Contest.FORM);
        }
    }

    /** @throws uk.hustings.api.problem.Problem NOT_READY if seats-service says none of the types that the law knows */
    static SeatType typeOf(Standing seat) {
        try {
            return SeatType.fromText(seat.type() == null ? "" : seat.type());
        } catch (IllegalArgumentException unknown) {
            throw ProblemType.NOT_READY.because(
                    "%s has no limit yet: it is not known whether it is a county or a borough."
                            .formatted(seat.seatCode()));
        }
    }

    /** @return empty if the election has no such period */
    static Optional<LimitRule> rule(Contest contest, Standing seat, SpendingPeriod period) {
        return LimitTable.find(contest, typeOf(seat), period);
    }
}
