package uk.hustings.campaign.spending;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** An expense as it should have been recorded. */
@Schema(description = "An expense as it should have been recorded, whole; what was recorded before is kept")
public record ExpenseCorrection(
        @NotNull
        @Min(0)
        @Schema(examples = "0", description = "The revision that you have read; refused if there is a newer one")
        Integer revision,

        @NotNull
        @Pattern(regexp = ExpenseOrder.CATEGORIES, message = ExpenseOrder.CATEGORY_FAULT)
        @Schema(examples = "advertising")
        String category,

        @NotNull @Pattern(regexp = "long|short", message = "must be long or short") @Schema(examples = "short")
        String period,

        @NotNull
        @DecimalMin("0")
        @DecimalMax(ExpenseOrder.MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @Schema(examples = "1150.00", description = "Pounds paid or owed")
        BigDecimal paidGbp,

        @DecimalMin("0")
        @DecimalMax(ExpenseOrder.MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @Schema(nullable = true, examples = "0.00", description = "Pounds of notional value; 0 unless given")
        BigDecimal notionalGbp,

        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Schema(nullable = true, examples = "100", description = "Per cent of the candidate; 100 unless given")
        BigDecimal candidateSharePct,

        @NotNull @Schema(examples = "2015-04-14") LocalDate day,

        @PlainText(max = ExpenseOrder.MOST_IN_SUPPLIER, required = false)
        @Schema(nullable = true, examples = "Crewe Print Ltd")
        String supplier,

        @PlainText(required = false) @Schema(nullable = true, examples = "20,000 leaflets, second delivery")
        String description,

        @PlainText @Schema(examples = "The discount was left out")
        String reason) {}
