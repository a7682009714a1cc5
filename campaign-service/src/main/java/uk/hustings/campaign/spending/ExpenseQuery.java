package uk.hustings.campaign.spending;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Which expenses are asked for, as the query says. */
public class ExpenseQuery {

    @RestQuery
    @Parameter(description = "GSS code of the seat", example = "E14000653")
    String seat;

    @RestQuery
    @Parameter(description = "Id of the election; any unless given", example = "ge2015")
    String election;

    @RestQuery
    @Parameter(description = "The local party whose expenses they are", example = "crewe-and-nantwich")
    String localParty;

    @RestQuery
    @Parameter(
            description = "advertising, unsolicited-material, transport, public-meetings, staff, accommodation or"
                    + " administration",
            example = "advertising")
    String category;

    @RestQuery
    @Parameter(description = "long or short", example = "short")
    String period;

    @RestQuery
    @Parameter(description = "committed, declared, released or withdrawn", example = "committed")
    String status;

    @RestQuery
    @Parameter(description = "true: only those that exceeded the headroom; false: only others", example = "true")
    String overLimit;

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    Expenses.Wanted wanted(Contests contests) {
        String ofCategory = QueryParameter.oneOf("category", category, SpendingCategory.codes());
        String ofPeriod = QueryParameter.oneOf("period", period, SpendingPeriod.codes());
        String ofStatus = QueryParameter.oneOf("status", status, ExpenseStatus.codes());
        String flagged = QueryParameter.oneOf("overLimit", overLimit, Set.of("true", "false"));
        return new Expenses.Wanted(
                QueryParameter.seat("seat", seat),
                election == null || election.isBlank()
                        ? null
                        : contests.asked(election).election(),
                localParty == null || localParty.isBlank() ? null : localParty.strip(),
                ofCategory == null ? null : SpendingCategory.fromCode(ofCategory),
                ofPeriod == null ? null : SpendingPeriod.fromCode(ofPeriod),
                ofStatus == null ? null : ExpenseStatus.fromCode(ofStatus),
                flagged == null ? null : Boolean.valueOf(flagged));
    }

    /** What decides which expenses are in the list. */
    List<String> view() {
        return Arrays.asList(seat, election, localParty, category, period, status, overLimit);
    }
}
