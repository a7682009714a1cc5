package uk.hustings.local.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import uk.hustings.test.ServiceDatabase;

/** The tables that an import of polls writes to, as their owner sees them. */
final class PollTables implements AutoCloseable {

    /** In the order in which their keys want them filled. */
    private static final List<String> TABLES = List.of("poll", "poll_revision", "visibility_event");

    private static final String OF_THE_LAST_IMPORT =
            "poll_id in (select poll_id from poll where version = (select version from evidence_version))";

    private final Connection connection;
    private final CopyManager copies;

    PollTables(ServiceDatabase database) {
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
            copies = connection.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }

    int polls() {
        return ask("select count(*) from poll");
    }

    /**
     * Takes out what the last import has written, so that the tables are as if it had not been.
     *
     * @return the rows by table, as COPY writes them
     */
    Map<String, byte[]> takeOutLastImport() {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        try {
            for (String table : TABLES) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copies.copyOut("copy (select * from %s where %s) to stdout".formatted(table, OF_THE_LAST_IMPORT), out);
                rows.put(table, out.toByteArray());
            }
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (int last = TABLES.size() - 1; last >= 0; last--) {
            run("delete from %s where %s".formatted(TABLES.get(last), OF_THE_LAST_IMPORT));
        }
        TABLES.forEach(table -> run("vacuum " + table));
        return rows;
    }

    /**
     * Puts rows in with COPY, in one transaction.
     *
     * @return seconds until they were committed
     */
    double copyIn(Map<String, byte[]> rows) {
        try {
            long begun = System.nanoTime();
            connection.setAutoCommit(false);
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                copies.copyIn(
                        "copy %s from stdin".formatted(table.getKey()), new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            connection.setAutoCommit(true);
            return seconds;
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }

    private int ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }
}
