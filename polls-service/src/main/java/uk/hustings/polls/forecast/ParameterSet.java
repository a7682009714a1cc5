package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.hustings.polls.forecast.domain.ForecastParameters;

/** One version of what forecasts take for granted, with where each figure comes from. */
public record ParameterSet(String version, ForecastParameters values, List<Figure> figures) {

    /**
     * One figure.
     *
     * @param fittedOn elections and polls that it was fitted on; null if it comes from the literature
     * @param fittedTo polling day of the last election among those; null if there is none
     */
    public record Figure(String name, double value, String source, String fittedOn, LocalDate fittedTo) {}

    /** Polling day of the last election that any figure was fitted on: forecasts of a day before it are not blind. */
    public Optional<LocalDate> fittedTo() {
        return figures.stream().map(Figure::fittedTo).filter(Objects::nonNull).max(LocalDate::compareTo);
    }
}
