package uk.hustings.local.bench.faults;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.hustings.local.bench.faults.Books.Batch;
import uk.hustings.local.bench.faults.Books.Decision;
import uk.hustings.local.bench.faults.Books.WeekChannel;
import uk.hustings.local.bench.faults.Receipts.Week;
import uk.hustings.test.ServiceDatabase;

/** The tables of campaign-service, read by their owner past the service. */
final class CampaignTables {

    private static final String BATCHES = """
            select b.id, b.local_party, b.seat_code, sum(c.contacts), w.batch_id is not null
            from contact_batch b
                join contact_count c on c.batch_id = b.id and c.revision = 0
                left join batch_withdrawal w on w.batch_id = b.id
            where b.local_party = any (?) group by b.id, w.batch_id
            """;

    private static final String SUMS = """
            select b.local_party, b.seat_code, cast(date_trunc('week', c.day) as date), c.channel, sum(c.contacts)
            from contact_batch b join contact_count c on c.batch_id = b.id
            where b.local_party = any (?) and not exists (select 1 from batch_withdrawal w where w.batch_id = b.id)
            group by 1, 2, 3, 4
            """;

    private static final String ROLL_UPS = """
            select w.local_party, w.seat_code, w.week_start, v.channel, v.contacts
            from contact_week w, lateral (values
                ('doorstep', doorstep), ('phone', phone), ('leaflet', leaflet), ('direct-mail', direct_mail),
                ('digital', digital), ('street-stall', street_stall)) as v (channel, contacts)
            where w.local_party = any (?)
            """;

    private static final String DECISIONS = """
            select id, local_party, seat_code, outcome, decided_by, policy_version, week_start, contacts, lifts
            from access_decision where local_party = any (?)
            """;

    private static final String LOCKS =
            "select decision_id, local_party, seat_code from access_lock where lifted_by is null and local_party = any (?)";

    private static final String ROLES = "select local_party, role from desired_role where local_party = any (?)";

    /** The parameter is of no use here; it makes all questions alike. */
    private static final String LIMITS =
            "select version, weekly_limit from access_policy where cast(? as text[]) is not null";

    private final ServiceDatabase database;
    private final List<String> localParties;

    CampaignTables(ServiceDatabase database, List<String> localParties) {
        this.database = database;
        this.localParties = localParties;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** Everything as it stood at one moment. */
    Books read() {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return read(connection);
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL refused: " + refused.getMessage(), refused);
        }
    }

    private Books read(Connection connection) throws SQLException {
        Map<UUID, Batch> batches = new HashMap<>();
        each(
                connection,
                BATCHES,
                row -> batches.put(
                        row.getObject(1, UUID.class),
                        new Batch(new Turf(row.getString(2), row.getString(3)), row.getLong(4), row.getBoolean(5))));
        Map<UUID, Decision> decisions = new HashMap<>();
        each(connection, DECISIONS, row -> decisions.put(row.getObject(1, UUID.class), decision(row)));
        Map<UUID, Turf> locks = new HashMap<>();
        each(
                connection,
                LOCKS,
                row -> locks.put(row.getObject(1, UUID.class), new Turf(row.getString(2), row.getString(3))));
        Map<Integer, Long> limits = new HashMap<>();
        each(connection, LIMITS, row -> limits.put(row.getInt(1), row.getLong(2)));
        Map<String, Set<String>> roles = new HashMap<>();
        localParties.forEach(party -> roles.put(party, new TreeSet<>()));
        each(connection, ROLES, row -> roles.get(row.getString(1)).add(row.getString(2)));
        return new Books(
                batches, cells(connection, ROLL_UPS), cells(connection, SUMS), decisions, locks, limits, roles);
    }

    private Map<WeekChannel, Long> cells(Connection connection, String question) throws SQLException {
        Map<WeekChannel, Long> cells = new HashMap<>();
        each(connection, question, row -> {
            Week week = new Week(new Turf(row.getString(1), row.getString(2)), row.getObject(3, LocalDate.class));
            cells.put(new WeekChannel(week, row.getString(4)), row.getLong(5));
        });
        return cells;
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new Turf(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, Long.class),
                row.getObject(9, UUID.class));
    }

    private void each(Connection connection, String question, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            Array parties = connection.createArrayOf("text", localParties.toArray());
            statement.setArray(1, parties);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.take(rows);
                }
            }
        }
    }
}
