package uk.hustings.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The policy of who may do what, read once from {@code docs/access-matrix.csv}, which everybody can read. There is no
 * second copy in code. What is not in it is refused.
 */
public final class AccessMatrix {

    private static final String RESOURCE = "/uk/hustings/access/access-matrix.csv";

    private final Map<String, Map<Role, Reach>> reaches = new HashMap<>();
    private final Set<String> closedByLock = new HashSet<>();

    private AccessMatrix(Reader csv) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                Map<Role, Reach> reachOf = new EnumMap<>(Role.class);
                for (Role role : Role.values()) {
                    reachOf.put(role, Reach.fromCell(row.getField(role.code())));
                }
                String permission = row.getField("permission");
                if (reaches.put(permission, reachOf) != null) {
                    throw new IllegalStateException("Twice in the access matrix: " + permission);
                }
                if (row.getField("closed by lock").equals("yes")) {
                    closedByLock.add(permission);
                }
            }
        }
    }

    /** @throws IllegalStateException if the matrix cannot be understood: then nothing may start */
    public static AccessMatrix load() {
        try (Reader csv =
                new InputStreamReader(AccessMatrix.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            return new AccessMatrix(csv);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Set<String> permissions() {
        return Set.copyOf(reaches.keySet());
    }

    /** @throws IllegalArgumentException if the matrix has no such permission */
    public Reach reach(Role role, String permission) {
        Map<Role, Reach> reachOf = reaches.get(permission);
        if (reachOf == null) {
            throw new IllegalArgumentException("Not in the access matrix: " + permission);
        }
        return reachOf.get(role);
    }

    /** Whether a lock on a local party and seat closes this to callers of that local party. */
    public boolean closedByLock(String permission) {
        return closedByLock.contains(permission);
    }
}
