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
                    "With seat: electors on the register, 1 to 1,000,000. Unless given, those that were stated for the"
                            + " election, else those that seats-service has",
            example = "79728")
    String electorate;

    SeatCode seat() {
        return QueryParameter.seat("seat", seat);
    }

    /** The election that is asked for; null if none is. */
    Contest contest(Contests contests) {
        return election == null || election.isBlank() ? null : contests.asked(election);
    }

    /**
     * The rows that are asked for.
     *
     * @param contest null if none is asked for
     * @param standing of the seat; null if none is asked for
     * @param stated electorate of the seat for the election; null if none is stated
     */
    List<SpendingLimitView> rows(Contest contest, Standing standing, Electorates.Stated stated) {
        String type = QueryParameter.oneOf("seatType", seatType, List.of("county", "borough", "burgh"));
        String ofPeriod = QueryParameter.oneOf("period", period, SpendingPeriod.codes());
        if (contest != null && standing != null && !contest.isHeldIn(standing.seatCode())) {
            throw QueryParameter.refused("seat", "the election is not held in " + standing.seatCode());
        }
        String wanted = "burgh".equals(type) ? "borough" : type;
        Integer electors = electors(standing, stated);
        return LimitTable.all().stream()
                .filter(rule -> contest == null || rule.appliesTo(contest))
                .filter(rule -> wanted == null || rule.seatType().code().equals(wanted))
                .filter(rule -> ofPeriod == null || rule.period().code().equals(ofPeriod))
                .filter(rule -> standing == null || rule.seatType() == Contests.typeOf(standing))
                .map(rule -> SpendingLimitView.of(rule, electors))
                .toList();
    }

    private Integer electors(Standing standing, Electorates.Stated stated) {
        Integer asked = QueryParameter.wholeNumber("electorate", electorate);
        if (asked != null && standing == null) {
            throw QueryParameter.refused("electorate", "electorate is of a seat; give seat, too");
        }
        if (asked != null && (asked < 1 || asked > MOST_ELECTORS)) {
            throw QueryParameter.refused("electorate", "electorate must be 1 to " + MOST_ELECTORS);
        }
        if (asked != null || standing == null) {
            return asked;
        }
        return stated == null ? standing.electorate() : stated.electorate();
    }

    /** What decides which rows are in the list. */
    List<String> view() {
        return Arrays.asList(election, seatType, period, seat, electorate);
    }
}
