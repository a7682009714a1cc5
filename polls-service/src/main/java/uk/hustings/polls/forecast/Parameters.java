package uk.hustings.polls.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.hustings.polls.forecast.domain.ForecastParameters;
import uk.hustings.polls.forecast.domain.ParameterSet;

/** What forecasts take for granted, version by version, read once. */
@ApplicationScoped
public class Parameters {

    private final List<ParameterSet> versions =
            ParameterFiles.VERSIONS.stream().map(ParameterFiles::version).toList();
    private final ForecastParameters values = inForce().parameters();

    /** The version that new forecasts take. */
    ParameterSet inForce() {
        return versions.get(versions.size() - 1);
    }

    /** Its values. */
    public ForecastParameters values() {
        return values;
    }

    /** @param version of a stored run: a version is never taken back */
    ParameterSet version(String version) {
        return versions.stream()
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** In the order in which they came into force. */
    List<ParameterSet> versions() {
        return versions;
    }
}
