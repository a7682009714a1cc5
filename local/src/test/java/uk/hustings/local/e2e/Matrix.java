package uk.hustings.local.e2e;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.local.suite.RunningSuite;

/** {@code docs/access-matrix.csv} as it lies in the project, read by nothing that the services use. */
final class Matrix {

    private static final List<String> NO_ROLES = List.of("permission", "what", "closed by lock");

    private final Map<String, NamedCsvRecord> rows = new LinkedHashMap<>();

    static Matrix read() {
        Matrix matrix = new Matrix();
        try (CsvReader<NamedCsvRecord> file =
                CsvReader.builder().ofNamedCsvRecord(RunningSuite.projectRoot().resolve("docs/access-matrix.csv"))) {
            file.forEach(row -> matrix.rows.put(row.getField("permission"), row));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return matrix;
    }

    boolean has(String permission) {
        return rows.containsKey(permission);
    }

    List<String> roles() {
        return rows.values().iterator().next().getHeader().stream()
                .filter(column -> !NO_ROLES.contains(column))
                .toList();
    }

    /** How far the permission carries the role: {@code all}, {@code region}, {@code own}, ..., or nothing. */
    String reach(String permission, String role) {
        return rows.get(permission).getField(role);
    }
}
