package uk.hustings.campaign.spending;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Which spending returns are asked for, as the query says. */
public class SpendingReturnQuery {

    @RestQuery
    @Parameter(description = "Id of the election; any unless given", example = "ge2015")
    String election;

    @RestQuery
    @Parameter(description = "GSS code of the seat", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(description = "Code of the party", example = "lab")
    String party;

    @RestQuery
    @Parameter(description = "long or short", example = "short")
    String period;

    @RestQuery
    @Parameter(description = "true: only those over the limit; false: only others", example = "true")
    String overLimit;

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    SpendingReturns.Wanted wanted(Contests contests) {
        String ofPeriod = QueryParameter.oneOf("period", period, SpendingPeriod.codes());
        String over = QueryParameter.oneOf("overLimit", overLimit, Set.of("true", "false"));
        return new SpendingReturns.Wanted(
                election == null || election.isBlank()
                        ? null
                        : contests.asked(election).election(),
                QueryParameter.seat("seat", seat),
                party == null || party.isBlank() ? null : party.strip(),
                ofPeriod == null ? null : SpendingPeriod.fromCode(ofPeriod),
                over == null ? null : Boolean.valueOf(over));
    }

    /** What decides which returns are in the list. */
    List<String> view() {
        return Arrays.asList(election, seat, party, period, overLimit);
    }
}
