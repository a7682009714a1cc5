package uk.hustings.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The policy of who may do what, read once from {@code docs/access-matrix.csv}, which everybody can read. There is no
 * second copy in code. What is not in it is refused.
 */
public final class AccessMatrix {

    private static final String RESOURCE = "/uk/hustings/access/access-matrix.csv";

    private final Map<String, Row> rows = new HashMap<>();

    /** @param reaches by the ordinal of the role: an array is read without a hash on the way to every decision */
    private record Row(Reach[] reaches, boolean closedByLock) {}

    private AccessMatrix(Reader csv) throws IOException {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : records) {
                Reach[] reaches = new Reach[Role.values().length];
                for (Role role : Role.values()) {
                    reaches[role.ordinal()] = Reach.fromCell(row.getField(role.code()));
                }
                String permission = row.getField("permission");
                boolean closedByLock = row.getField("closed by lock").equals("yes");
                if (rows.put(permission, new Row(reaches, closedByLock)) != null) {
                    throw new IllegalStateException("Twice in the access matrix: " + permission);
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
        return Set.copyOf(rows.keySet());
    }

    /** @throws IllegalArgumentException if the matrix has no such permission */
    public Reach reach(Role role, String permission) {
        return row(permission).reaches[role.ordinal()];
    }

    /**
     * The furthest reach that any of the roles gives.
     *
     * @throws IllegalArgumentException if the matrix has no such permission
     */
    public Reach reach(Set<Role> roles, String permission) {
        Reach[] reaches = row(permission).reaches;
        Reach furthest = Reach.NONE;
        for (Role role : roles) {
            Reach reach = reaches[role.ordinal()];
            if (reach.ordinal() > furthest.ordinal()) {
                furthest = reach;
            }
        }
        return furthest;
    }

    /** Whether a lock on a local party and seat closes this to callers of that local party. */
    public boolean closedByLock(String permission) {
        Row row = rows.get(permission);
        return row != null && row.closedByLock;
    }

    private Row row(String permission) {
        Row row = rows.get(permission);
        if (row == null) {
            throw new IllegalArgumentException("Not in the access matrix: " + permission);
        }
        return row;
    }
}
