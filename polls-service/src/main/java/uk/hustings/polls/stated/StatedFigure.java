package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.Figure;

/** One figure of an indicator. */
@Schema(
        name = "StatedFigure",
        requiredProperties = {"value", "unit"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedFigure(
        @Schema(nullable = true, description = "Whom or what it is a figure of", examples = "recruited")
        String option,

        @Schema(description = "0 or more, at most 4 decimals", examples = "70000")
        BigDecimal value,

        @Schema(
                nullable = true,
                description = "The whole of which the value is a part, in the same unit",
                examples = "140000")
        BigDecimal outOf,

        @Schema(
                description = "What is counted, in small letters and hyphens; pct for percentage points",
                examples = "supporters")
        String unit) {

    static StatedFigure of(Figure figure) {
        return new StatedFigure(figure.option(), figure.value(), figure.outOf(), figure.unit());
    }

    Figure figure() {
        return new Figure(option, value, outOf, unit);
    }
}
