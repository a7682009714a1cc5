package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.forecast.domain.ParameterSet;

/** One version of what forecasts take for granted. */
@Schema(name = "ForecastParameters", description = "One version of what forecasts take for granted")
public record ParameterSetView(
        @Schema(examples = "1") String version,

        @Schema(
                description =
                        "Day of the latest vote that any value was fitted on: a forecast of a later election is blind",
                examples = "2014-11-20")
        LocalDate outcomesUntil,

        List<ParameterView> parameters) {

    /** One value. */
    @Schema(name = "ForecastParameter", description = "One value that forecasts take for granted")
    public record ParameterView(
            @Schema(examples = "leadBiasPts") String name,

            @Schema(examples = "1.5") double value,

            @Schema(examples = "points by which polls put Labour's lead over the Conservatives too high")
            String unit,

            @Schema(
                    description = "Whether it was fitted, and on what, or assumed, and why",
                    examples = "fitted: mean error of the final polls of the 18 general elections from 1945 to 2010")
            String source) {}

    static ParameterSetView of(ParameterSet set) {
        return new ParameterSetView(
                set.version(),
                set.outcomesUntil(),
                set.values().stream()
                        .map(value -> new ParameterView(value.name(), value.value(), value.unit(), value.source()))
                        .toList());
    }
}
