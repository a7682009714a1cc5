package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of what forecasts take for granted. */
@Schema(name = "ForecastParameters", description = "One version of what forecasts take for granted")
public record ParameterSetView(
        @Schema(examples = "1") String version,

        @Schema(
                nullable = true,
                description = "Polling day of the last election that any of it was fitted on: forecasts of a day before"
                        + " that are not blind; null if nothing was fitted",
                examples = "2010-05-06")
        LocalDate fittedTo,

        List<ParameterView> parameters) {

    /** One figure. */
    @Schema(name = "ForecastParameter")
    public record ParameterView(
            @Schema(examples = "national") String name,

            @Schema(examples = "0.0458") double value,

            @Schema(description = "Where it comes from", examples = "Final polls of 1945 to 2010 against results")
            String source,

            @Schema(
                    nullable = true,
                    description = "Elections and polls that it was fitted on; null if it comes from the literature",
                    examples = "1945-2010")
            String fittedOn) {}

    static ParameterSetView of(ParameterSet set) {
        return new ParameterSetView(
                set.version(),
                set.fittedTo().orElse(null),
                set.figures().stream()
                        .map(figure ->
                                new ParameterView(figure.name(), figure.value(), figure.source(), figure.fittedOn()))
                        .toList());
    }
}
