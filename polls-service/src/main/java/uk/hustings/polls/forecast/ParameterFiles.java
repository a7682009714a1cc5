package uk.hustings.polls.forecast;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.polls.forecast.domain.ParameterSet;

/** The versions of the parameters, one file each. */
public final class ParameterFiles {

    /** In order; the last one is the one to use. */
    public static final List<String> VERSIONS = List.of("1");

    private ParameterFiles() {}

    private record Document(String version, String outcomesUntil, List<ParameterSet.Value> values) {}

    public static ParameterSet newest() {
        return version(VERSIONS.get(VERSIONS.size() - 1));
    }

    /** @throws IllegalArgumentException if there is no such version */
    public static ParameterSet version(String version) {
        if (!VERSIONS.contains(version)) {
            throw new IllegalArgumentException("No such version of the parameters: " + version);
        }
        try (InputStream file =
                ParameterFiles.class.getResourceAsStream("/forecast/parameters-%s.json".formatted(version))) {
            Document read = new ObjectMapper().readValue(file, Document.class);
            return new ParameterSet(read.version, LocalDate.parse(read.outcomesUntil), read.values);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
