package uk.hustings.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns of a service's database that name accounts of people, and how a person is taken out of them. */
public final class NamedAccounts {

    private static final String UNSAID = """
            select t.relname || '.' || c.attname
            from pg_attribute c join pg_class t on t.oid = c.attrelid
            where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and c.atttypid = 'text'::regtype
              and c.attnum > 0 and not c.attisdropped and t.relname not like 'flyway%'
              and (c.attname ~ '_by$' or c.attname in
                   ('author', 'reader', 'subject', 'account', 'account_id', 'appellant', 'judge', 'decider', 'member'))
              and coalesce(col_description(t.oid, c.attnum), '') not in ('subject of the token', 'account of a person')
            order by 1
            """;

    private final ServiceDatabase database;

    private NamedAccounts(ServiceDatabase database) {
        this.database = database;
    }

    /**
     * @param service whose database {@link RealPostgres} has made
     * @param reactiveUrl the service's {@code quarkus.datasource.reactive.url}
     */
    public static NamedAccounts of(String service, String reactiveUrl) {
        return new NamedAccounts(RealPostgres.database(service, reactiveUrl));
    }

    /** Columns that by their name hold accounts and whose comment does not say so, as {@code table.column}. */
    public List<String> unsaid() {
        List<String> columns = new ArrayList<>();
        asOwner(UNSAID, null, row -> columns.add(row.getString(1)));
        return columns;
    }

    /**
     * Erases a person as the owner of the schema does.
     *
     * @param person subject or user name of the account
     * @return rows changed by {@code table.column}
     */
    public Map<String, Long> erase(String person) {
        Map<String, Long> changed = new TreeMap<>();
        asOwner(
                "select place, changed from erase_account(?)",
                person,
                row -> changed.put(row.getString("place"), row.getLong("changed")));
        return changed;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void asOwner(String query, String argument, Row reader) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                PreparedStatement statement = connection.prepareStatement(query)) {
            if (argument != null) {
                statement.setString(1, argument);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
