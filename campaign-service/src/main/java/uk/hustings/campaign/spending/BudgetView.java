package uk.hustings.campaign.spending;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.spending.domain.Budget;

/** The limit of a seat in one period and what is used of it. */
@Schema(description = "The limit of a seat in one period and what is used of it, in pounds")
public record BudgetView(
        @Schema(examples = "short") String period,
        @Schema(examples = "15875.52") BigDecimal limitGbp,
        @Schema(examples = "6500.00") BigDecimal declaredGbp,

        @Schema(examples = "5000.00", description = "Committed and not declared")
        BigDecimal committedGbp,

        @Schema(
                examples = "4375.52",
                description = "limit − declared − committed; negative if declarations have exceeded it")
        BigDecimal headroomGbp) {

    static BudgetView of(BudgetKey key, Budget budget) {
        return new BudgetView(
                key.period().code(),
                budget.limitGbp(),
                budget.declaredGbp(),
                budget.committedGbp(),
                budget.headroomGbp());
    }
}
