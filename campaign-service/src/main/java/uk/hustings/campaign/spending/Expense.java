package uk.hustings.campaign.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.spending.domain.Cost;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/**
 * An expense with its newest entry.
 *
 * @param localParty null for the national party
 * @param reference of the books it comes from; null if it has none
 */
record Expense(
        UUID id,
        SeatCode seat,
        String election,
        String localParty,
        String reference,
        String recordedBy,
        Instant recordedAt,
        Entry entry) {

    /**
     * What is known of an expense from some moment on.
     *
     * @param supplier null if it is not said
     * @param description null if it is not said
     */
    record Facts(
            ExpenseStatus status,
            SpendingCategory category,
            SpendingPeriod period,
            Cost cost,
            LocalDate day,
            String supplier,
            String description) {

        Facts as(ExpenseStatus other) {
            return new Facts(other, category, period, cost, day, supplier, description);
        }
    }

    /**
     * One entry of the record.
     *
     * @param revision 0 for the first
     * @param overLimit whether it exceeded the headroom when it was recorded
     * @param reason null for the first
     */
    record Entry(int revision, Facts facts, boolean overLimit, String reason, String by, Instant at) {}

    BudgetKey budget() {
        return new BudgetKey(seat, election, entry.facts().period());
    }
}
