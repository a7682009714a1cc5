package uk.hustings.campaign.twinning;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Hours that a donor worked in its target seat, as they were reported. */
@Schema(description = "Activist-hours that a donor worked in its target seat on one day")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveredHours(
        UUID reportId,
        @Schema(examples = "2015-04-14") LocalDate day,
        @Schema(examples = "36.5") BigDecimal hours,
        @Schema(examples = "exeter-organiser") String reportedBy,
        Instant reportedAt,

        @Schema(nullable = true, examples = "exeter-organiser", description = "Only if it was withdrawn")
        String withdrawnBy,

        @Schema(nullable = true, examples = "The sheet of Tuesday was entered twice")
        String withdrawnBecause) {

    /** A report of hours. */
    @Schema(name = "HoursReport", description = "Activist-hours worked in the target seat on one day")
    public record Report(
            @NotNull @Schema(examples = "2015-04-14", description = "A London day of the period, not in the future")
            LocalDate day,

            @NotNull
            @DecimalMin("0.01")
            @DecimalMax("10000")
            @Digits(integer = 5, fraction = 2)
            @Schema(examples = "36.5", description = "Of all activists together")
            BigDecimal hours) {}

    /** What stands after a report or its withdrawal. */
    @Schema(name = "HoursReceipt", description = "What stands after a report of hours or its withdrawal")
    public record Receipt(
            UUID reportId,
            UUID twinningId,

            @Schema(examples = "36.5", description = "Activist-hours reported so far")
            BigDecimal deliveredHours,

            @Schema(examples = "240") int pledgedHours) {}
}
