package uk.hustings.campaign.spending;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.text.PlainText;

/** An expense as it is recorded for the first time. */
@Schema(description = "An expense of our party in a seat")
public record ExpenseOrder(
        @NotNull SeatCode seatCode,

        @Size(max = 40)
        @Schema(
                nullable = true,
                examples = "ge2015",
                description =
                        "Id of the general election, or of a by-election in this seat; the general election that the"
                                + " campaign works towards unless given")
        String election,

        @Size(max = 80)
        @Schema(
                nullable = true,
                examples = "crewe-and-nantwich",
                description =
                        "The local party whose expense it is. Left out: the caller's own, or the national party for"
                                + " callers who have none")
        String localParty,

        @NotNull @Pattern(regexp = CATEGORIES, message = CATEGORY_FAULT) @Schema(examples = "unsolicited-material")
        String category,

        @NotNull
        @Pattern(regexp = "long|short", message = "must be long or short")
        @Schema(
                examples = "short",
                description = "Regulated period in which it is used: long (before dissolution) or short (from then on)")
        String period,

        @NotNull
        @Pattern(regexp = "committed|declared", message = "must be committed or declared")
        @Schema(
                examples = "committed",
                description =
                        "committed: ordered, refused if it exceeds the headroom. declared: incurred, recorded and flagged"
                                + " if it does")
        String status,

        @DecimalMin("0")
        @DecimalMax(MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @NotNull
        @Schema(examples = "1250.00", description = "Pounds paid or owed")
        BigDecimal paidGbp,

        @DecimalMin("0")
        @DecimalMax(MOST_GBP)
        @Digits(integer = 7, fraction = 2)
        @Schema(
                nullable = true,
                examples = "0.00",
                description = "Pounds by which it was given below its market value, which count too; 0 unless given")
        BigDecimal notionalGbp,

        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Schema(
                nullable = true,
                examples = "100",
                description = "Per cent that promote the candidate and count against the limit of the seat; the rest is"
                        + " national party spending. 100 unless given")
        BigDecimal candidateSharePct,

        @NotNull
        @Schema(
                examples = "2015-04-14",
                description =
                        "London day on which it was incurred or ordered, not after polling day; of a declaration, not in"
                                + " the future")
        LocalDate day,

        @PlainText(max = MOST_IN_SUPPLIER, required = false) @Schema(nullable = true, examples = "Crewe Print Ltd")
        String supplier,

        @PlainText(required = false) @Schema(nullable = true, examples = "20,000 leaflets, second delivery")
        String description,

        @PlainText(max = MOST_IN_REFERENCE, required = false)
        @Schema(
                nullable = true,
                examples = "INV-2015-0412",
                description =
                        "Under which your books know it; the same reference is recorded once for a seat and election")
        String reference) {

    static final String CATEGORIES =
            "advertising|unsolicited-material|transport|public-meetings|staff|accommodation|administration";
    static final String CATEGORY_FAULT = "must be advertising, unsolicited-material, transport, public-meetings, staff,"
            + " accommodation or administration";
    static final String MOST_GBP = "1000000";
    static final int MOST_IN_SUPPLIER = 200;
    static final int MOST_IN_REFERENCE = 100;
}
