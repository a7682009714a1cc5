package uk.hustings.campaign.spending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.spending.domain.LimitRule;

/** One row of the table of spending limits. */
@Schema(description = "One row of the table of spending limits: base + pence for each elector")
public record SpendingLimitView(
        @Schema(examples = "general", description = "general or by-election")
        String kind,

        @Schema(examples = "2015-05-07", description = "First polling day to which it applies")
        LocalDate firstPollingDay,

        @Schema(nullable = true, examples = "2015-05-07", description = "Last one; null while it is in force")
        LocalDate lastPollingDay,

        @Schema(examples = "county", description = "county or borough; a burgh counts as a borough")
        String seatType,

        @Schema(examples = "short") String period,
        @Schema(examples = "8700") int baseGbp,

        @Schema(examples = "9", description = "For each entry in the register of electors")
        int pencePerElector,

        @Schema(
                nullable = true,
                description =
                        "Per cent of the limit that apply if the Parliament is dissolved in its month 56, 57, 58, 59 and"
                                + " 60; null if all of it applies")
        List<Integer> phasesPct,

        @Schema(examples = "RPA 1983 s. 76(2)(a), as varied by SI 2014/1870 art. 4")
        String source,

        @Schema(nullable = true, examples = "79728", description = "Only if a seat is asked for: electors of the seat")
        Integer electorate,

        @Schema(
                nullable = true,
                examples = "15875.52",
                description = "Only if a seat is asked for: its limit in pounds; of a phased limit the least share")
        BigDecimal limitGbp) {

    /** @param electorate null if no seat is asked for */
    static SpendingLimitView of(LimitRule rule, Integer electorate) {
        return new SpendingLimitView(
                rule.contests().code(),
                rule.firstPollingDay(),
                rule.lastPollingDay(),
                rule.seatType().code(),
                rule.period().code(),
                rule.baseGbp(),
                rule.pencePerElector(),
                rule.phased() ? LimitRule.PHASES_PCT : null,
                rule.source(),
                electorate,
                electorate == null ? null : rule.limit(electorate));
    }

    String key() {
        return String.join(" ", kind, firstPollingDay.toString(), seatType, period);
    }
}
