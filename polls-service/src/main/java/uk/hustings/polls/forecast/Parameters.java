package uk.hustings.polls.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.hustings.polls.average.domain.AverageParameters;
import uk.hustings.polls.forecast.domain.ForecastParameters;

/** What forecasts take for granted, version by version. */
@ApplicationScoped
public class Parameters {

    // TODO(lead): from ParametersFile.
    private final List<ParameterSet> versions = List.of(new ParameterSet(
            "1",
            new ForecastParameters(
                    new AverageParameters(1.5, 1.5, 730, 0.15),
                    0.0458,
                    1.515,
                    4.6,
                    5,
                    1.6,
                    0.1,
                    0.5,
                    20,
                    3,
                    4,
                    10,
                    5.7,
                    2,
                    Math.sqrt(0.045),
                    9,
                    4),
            List.of()));

    /** The version that new forecasts take. */
    public ParameterSet inForce() {
        return versions.get(versions.size() - 1);
    }

    /** @param version of a stored run: it has been in force once */
    public ParameterSet version(String version) {
        return versions.stream()
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** In the order in which they came into force. */
    public List<ParameterSet> versions() {
        return versions;
    }
}
