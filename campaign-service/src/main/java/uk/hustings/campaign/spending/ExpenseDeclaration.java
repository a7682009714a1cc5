package uk.hustings.campaign.spending;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** That what was committed has been incurred. What is left out is as it was committed. */
@Schema(description = "That what was committed has been incurred; what is left out is as it was committed")
public record ExpenseDeclaration(
        @DecimalMin("0")
        @DecimalMax(ExpenseOrder.MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @Schema(nullable = true, examples = "1275.40", description = "Pounds of the invoice")
        BigDecimal paidGbp,

        @DecimalMin("0")
        @DecimalMax(ExpenseOrder.MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @Schema(nullable = true, examples = "0.00", description = "Pounds of notional value")
        BigDecimal notionalGbp,

        @Schema(
                nullable = true,
                examples = "2015-04-14",
                description = "London day, not in the future; today unless given")
        LocalDate day,

        @PlainText @Schema(examples = "Invoice received") String reason) {}
