package uk.hustings.campaign.localparty;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uk.hustings.campaign.Campaign;

/** What the database says of a local party, asked as the app. */
final class LocalPartyDatabase {

    private LocalPartyDatabase() {}

    /** Seats whose grant is buried. */
    static List<String> tombstones(String localParty) {
        return strings("select seat_code from tombstone where local_party = ? order by 1", localParty);
    }

    static List<String> desiredRoles(String localParty) {
        return strings("select role from desired_role where local_party = ? order by 1", localParty);
    }

    /** Takes the lock under which everybody decides about a local party in a seat, until the transaction ends. */
    static void holdPlace(Connection connection, String localParty, String seat) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))")) {
            statement.setString(1, localParty);
            statement.setString(2, seat);
            statement.execute();
        }
    }

    /** Waits until so many transactions wait for the locks of others. */
    static void awaitBlocked(int transactions) {
        String blocked =
                "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0 and ? <> ''";
        Campaign.await(
                transactions + " transactions wait",
                () -> Integer.parseInt(strings(blocked, "any").get(0)) >= transactions);
    }

    private static List<String> strings(String query, String parameter) {
        try (Connection app = Campaign.appConnection();
                PreparedStatement statement = app.prepareStatement(query)) {
            statement.setString(1, parameter);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
