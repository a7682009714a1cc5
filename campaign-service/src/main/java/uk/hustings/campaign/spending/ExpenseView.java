package uk.hustings.campaign.spending;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** An expense as its newest entry has it. */
@Schema(description = "An expense as its newest entry has it")
public record ExpenseView(
        UUID expenseId,
        SeatCode seatCode,
        @Schema(examples = "ge2015") String election,

        @Schema(nullable = true, examples = "crewe-and-nantwich", description = "null for the national party")
        String localParty,

        @Schema(nullable = true, examples = "INV-2015-0412") String reference,

        @Schema(examples = "committed", description = "committed, declared, released or withdrawn")
        String status,

        @Schema(examples = "unsolicited-material") String category,
        @Schema(examples = "short") String period,
        @Schema(examples = "1250.00") BigDecimal paidGbp,
        @Schema(examples = "0.00") BigDecimal notionalGbp,
        @Schema(examples = "100.00") BigDecimal candidateSharePct,

        @Schema(examples = "1250.00", description = "The candidate's part of both, which counts against the limit")
        BigDecimal countedGbp,

        @Schema(examples = "2015-04-14") LocalDate day,

        @Schema(nullable = true, examples = "Crewe Print Ltd")
        String supplier,

        @Schema(nullable = true, examples = "20,000 leaflets, second delivery")
        String description,

        @Schema(examples = "false", description = "Whether it exceeded the headroom when it was entered")
        boolean overLimit,

        @Schema(examples = "0", description = "0 as recorded; each change adds 1")
        int revision,

        @Schema(examples = "crewe-organiser") String recordedBy,
        Instant recordedAt,

        @Schema(
                nullable = true,
                examples = "Invoice received",
                description = "Of the newest change; null if there is none")
        String reason,

        @Schema(examples = "crewe-organiser", description = "Account of the person who entered the newest revision")
        String enteredBy,

        Instant enteredAt) {

    static ExpenseView of(Expense expense) {
        Expense.Entry entry = expense.entry();
        Expense.Facts facts = entry.facts();
        return new ExpenseView(
                expense.id(),
                expense.seat(),
                expense.election(),
                expense.localParty(),
                expense.reference(),
                facts.status().code(),
                facts.category().code(),
                facts.period().code(),
                facts.cost().paidGbp(),
                facts.cost().notionalGbp(),
                facts.cost().candidateSharePct(),
                facts.cost().countedGbp(),
                facts.day(),
                facts.supplier(),
                facts.description(),
                entry.overLimit(),
                entry.revision(),
                expense.recordedBy(),
                expense.recordedAt(),
                entry.reason(),
                entry.by(),
                entry.at());
    }

    /** An expense with everything that was entered about it. */
    @Schema(name = "ExpenseHistory", description = "An expense with everything that was entered about it")
    public record Whole(
            ExpenseView expense,

            @Schema(description = "Oldest first; the last is the expense as it is now")
            List<ExpenseView> history) {}
}
