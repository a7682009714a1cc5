package uk.hustings.local.bench.contacts;

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
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.test.ServiceDatabase;

/** The tables that contacts are written to, as their owner sees them, and tables of the same shape beside them. */
final class ContactTables implements AutoCloseable {

    private static final int LINES_OF_A_BATCH = 5;

    /** Which rows an import wrote: those of the batches that come after the last one known before, for their ids grow. */
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    static {
        WRITTEN.put("contact_batch", "id > '%s'");
        WRITTEN.put("contact_count", "batch_id > '%s'");
    }

    private final Connection connection;
    private final CopyManager copies;

    ContactTables(ServiceDatabase database) {
        try {
            connection = DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
            copies = connection.unwrap(PGConnection.class).getCopyAPI();
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    long rows() {
        return Long.parseLong(ask("select count(*) from contact_count"));
    }

    /** By seat code, the local party whose seat it is. */
    Map<String, String> localParties() {
        Map<String, String> owners = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select seat_code, local_party from local_party_seat order by seat_code")) {
            while (row.next()) {
                owners.put(row.getString(1), row.getString(2));
            }
        } catch (SQLException refused) {
            throw refused(refused);
        }
        return owners;
    }

    /** There is no Keycloak here: what waits for it is called done, or it would be tried again and again meanwhile. */
    void forgetRoleSync() {
        run("update role_sync set synced = wanted");
    }

    /** Reports of leaflets, each of five lines, by all local parties, over the four years before the day of the demo. */
    void fill(long rows) {
        long batches = rows / LINES_OF_A_BATCH;
        run("""
                create temporary table made as
                select uuidv7() as id, s.local_party, s.seat_code, n
                from generate_series(1, %d) n
                join (select local_party, seat_code, row_number() over (order by seat_code) - 1 as number,
                             count(*) over () as seats from local_party_seat) s on s.number = n %% s.seats
                """.formatted(batches));
        run("""
                insert into contact_batch (id, local_party, seat_code, reported_by, reported_at)
                select id, local_party, seat_code, 'bench', now() from made order by id
                """);
        run("""
                insert into contact_count (batch_id, line, day, channel, attempts, contacts)
                select id, line, date '2015-04-13' - cast((n * 31 + line) %% 1460 as integer), 'leaflet',
                       20 + n %% 60, 10 + n %% 10
                from made cross join generate_series(1, %d) line order by id, line
                """.formatted(LINES_OF_A_BATCH));
        run("""
                insert into contact_week (local_party, seat_code, week_start, leaflet)
                select m.local_party, m.seat_code, cast(date_trunc('week', c.day) as date), sum(c.contacts)
                from made m join contact_count c on c.batch_id = m.id group by 1, 2, 3
                on conflict (local_party, seat_code, week_start)
                    do update set leaflet = contact_week.leaflet + excluded.leaflet
                """);
        run("drop table made");
        WRITTEN.keySet().forEach(table -> run("vacuum analyze " + table));
        run("vacuum analyze contact_week");
    }

    /** Tables with the same columns, checks, keys, indexes and rows; a copied line points to its copied batch. */
    void layCopies() {
        WRITTEN.keySet().forEach(table -> {
            run("drop table if exists %s cascade".formatted(copyOf(table)));
            run("create table %s (like %s including all)".formatted(copyOf(table), table));
            run("insert into %s select * from %s".formatted(copyOf(table), table));
            run("vacuum analyze " + copyOf(table));
        });
        run("alter table %s add foreign key (batch_id) references %s"
                .formatted(copyOf("contact_count"), copyOf("contact_batch")));
    }

    /** The id of the newest batch; of none, the least id there is. */
    String newestBatch() {
        String newest =
                ask("select coalesce((select cast(id as text) from contact_batch order by id desc limit 1), '')");
        return newest.isEmpty() ? "00000000-0000-0000-0000-000000000000" : newest;
    }

    /** By table, the rows that came after a batch, as COPY writes them. */
    Map<String, byte[]> writtenAfter(String batch) {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> table : WRITTEN.entrySet()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copies.copyOut(
                        "copy (select * from %s where %s) to stdout"
                                .formatted(table.getKey(), table.getValue().formatted(batch)),
                        out);
                rows.put(table.getKey(), out.toByteArray());
            }
        } catch (SQLException refused) {
            throw refused(refused);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return rows;
    }

    /**
     * Puts rows into the tables beside, in one transaction.
     *
     * @return seconds until they were committed
     */
    double copyIn(Map<String, byte[]> rows) {
        try {
            long begun = System.nanoTime();
            connection.setAutoCommit(false);
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                copies.copyIn(
                        "copy %s from stdin".formatted(copyOf(table.getKey())),
                        new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            connection.setAutoCommit(true);
            return seconds;
        } catch (SQLException refused) {
            throw refused(refused);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String copyOf(String table) {
        return "bench_" + table;
    }

    private void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    private String ask(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw refused(refused);
        }
    }

    private static BenchFailed refused(SQLException refused) {
        return new BenchFailed("PostgreSQL refused: " + refused.getMessage());
    }
}
