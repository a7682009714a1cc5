package uk.hustings.campaign.spending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An expense after it was recorded or changed, and what is left of the limit. */
@Schema(description = "An expense after it was recorded or changed, and the budget of its period afterwards")
public record ExpenseReceipt(ExpenseView expense, BudgetView budget) {}
