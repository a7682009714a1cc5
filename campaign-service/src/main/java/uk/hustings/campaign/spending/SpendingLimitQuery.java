package uk.hustings.campaign.spending;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.LimitTable;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Which limits are asked for, as the query says. */
public class SpendingLimitQuery {

    private static final int MOST_ELECTORS = 1_000_000;

    @RestQuery
    @Parameter(description = "Id of a general election or by-election; any unless given", example = "ge2015")
    String election;

    @RestQuery
    @Parameter(description = "county or borough; burgh is the same as borough", example = "county")
    String seatType;

    @RestQuery
    @Parameter(description = "long or short", example = "short")
    String period;

    @RestQuery
    @Parameter(description = "GSS code of a seat whose limits are worked out", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(
            description =
                    "With seat: electors on the register, 1 to 1,000,000; those that seats-service has unless given",
            example = "79728")
    String electorate;

    SeatCode seat() {
        return QueryParameter.seat("seat", seat);
    }

    /**
     * The rows that are asked for.
     *
     * @param standing of the seat; null if none is asked for
     */
    List<SpendingLimitView> rows(Contests contests, Standing standing) {
        Contest contest = election == null || election.isBlank() ? null : contests.asked(election);
        String type = QueryParameter.oneOf("seatType", seatType, List.of("county", "borough", "burgh"));
        String ofPeriod = QueryParameter.oneOf("period", period, SpendingPeriod.codes());
        if (contest != null && standing != null && !contest.isHeldIn(standing.seatCode())) {
            throw QueryParameter.refused("seat", "the election is not held in " + standing.seatCode());
        }
        String wanted = "burgh".equals(type) ? "borough" : type;
        Integer electors = electors(standing);
        return LimitTable.all().stream()
                .filter(rule -> contest == null || rule.appliesTo(contest))
                .filter(rule -> wanted == null || rule.seatType().code().equals(wanted))
                .filter(rule -> ofPeriod == null || rule.period().code().equals(ofPeriod))
                .filter(rule -> standing == null || rule.seatType() == Contests.typeOf(standing))
                .map(rule -> SpendingLimitView.of(rule, electors))
                .toList();
    }

    private Integer electors(Standing standing) {
        Integer stated = QueryParameter.wholeNumber("electorate", electorate);
        if (stated == null) {
            return standing == null ? null : standing.electorate();
        }
        if (standing == null) {
            throw QueryParameter.refused("electorate", "electorate is of a seat; give seat, too");
        }
        if (stated < 1 || stated > MOST_ELECTORS) {
            throw QueryParameter.refused("electorate", "electorate must be 1 to " + MOST_ELECTORS);
        }
        return stated;
    }

    /** What decides which rows are in the list. */
    List<String> view() {
        return Arrays.asList(election, seatType, period, seat, electorate);
    }
}
