package uk.hustings.polls.forecast.domain;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.polls.average.domain.AverageParameters;

/**
 * A version of the parameters, with what each value is and where it comes from. A version is never changed; a better one gets
 * a new number.
 *
 * @param outcomesUntil day of the latest vote that any value was fitted on: a forecast of a later election is blind
 */
public record ParameterSet(String version, LocalDate outcomesUntil, List<Value> values) {

    public ParameterSet {
        values = List.copyOf(values);
    }

    /** @param source whether it was fitted, and on what, or assumed, and why */
    public record Value(String name, double value, String unit, String source) {}

    /** The values in the form that a forecast takes. */
    public ForecastParameters parameters() {
        return new ForecastParameters(
                new AverageParameters(of("designEffect"), of("houseSd"), of("houseMemoryDays"), of("driftSd")),
                of("national"),
                of("leadBiasPts"),
                of("seatSd"),
                of("seatDegrees"),
                of("regionSd"),
                of("slopeSd"),
                of("proportional"),
                of("countrySd"),
                of("countryErrorSd"),
                of("unpolledChangeSd"),
                (int) of("ownLevelPolls"),
                of("seatPollSd"),
                of("seatPollHouseSd"),
                of("seatDriftSd"),
                of("byElectionSd"),
                of("byElectionHouseSd"));
    }

    private double of(String name) {
        return values.stream()
                .filter(value -> value.name().equals(name))
                .mapToDouble(Value::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No value for " + name));
    }
}
