package uk.hustings.campaign.spending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;

/** What may be spent in a seat, and what is. */
@Schema(description = "What may be spent in a seat at an election, and what is committed and declared")
public record SeatSpendingView(
        SeatCode seatCode,
        @Schema(examples = "Crewe and Nantwich") String name,
        @Schema(examples = "ge2015") String election,
        @Schema(examples = "2015-05-07") LocalDate pollingDay,

        @Schema(examples = "county", description = "county or borough; a burgh counts as a borough")
        String seatType,

        @Schema(examples = "74169", description = "Electors that the limits rest on")
        int electorate,

        @Schema(
                nullable = true,
                examples = "Register of 30 March 2015",
                description =
                        "Where the electorate was stated for this election; null if it was not, so that it is the one that"
                                + " seats-service has for the boundary set, and the limits are provisional")
        String electorateSource,

        @Schema(description = "The regulated periods that the election has")
        List<Period> periods,

        @Schema(description = "What should be looked at; empty if nothing")
        List<Flag> flags,

        @Schema(description = "Newest first") Page<ExpenseView> expenses) {

    /** One regulated period. */
    @Schema(name = "SeatSpendingPeriod", description = "Limit and spending in one regulated period")
    public record Period(
            BudgetView budget,

            @Schema(examples = "RPA 1983 s. 76(2)(a), as varied by SI 2014/1870 art. 4")
            String source,

            @Schema(description = "All categories, also those without an expense")
            List<Category> categories) {}

    /** What counts in one category, in pounds. */
    @Schema(name = "SeatSpendingCategory", description = "What counts in one category, in pounds")
    public record Category(
            @Schema(examples = "transport") String category,
            @Schema(examples = "310.00") BigDecimal declaredGbp,
            @Schema(examples = "120.00") BigDecimal committedGbp) {}

    /** Something that should be looked at. */
    @Schema(name = "SpendingFlag", description = "Something that should be looked at")
    public record Flag(
            @Schema(
                    examples = "declared-over-limit",
                    description =
                            "declared-over-limit: more is declared than the law allows. over-committed: declarations and"
                                    + " commitments together exceed the limit")
            String flag,

            @Schema(examples = "short") String period,

            @Schema(examples = "612.40", description = "Pounds over the limit")
            BigDecimal byGbp) {}
}
