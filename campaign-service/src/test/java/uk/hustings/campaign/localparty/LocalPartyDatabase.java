package uk.hustings.campaign.localparty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

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

    private static List<String> strings(String query, String parameter) {
        Config config = ConfigProvider.getConfig();
        String url = config.getValue("quarkus.datasource.reactive.url", String.class);
        try (Connection app = DriverManager.getConnection(
                        "jdbc:" + url.replaceFirst("^vertx-reactive:", ""),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
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
