package uk.hustings.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Keycloak on a database of ours. Its state is all in the database: after a kill at any moment, {@link #prepare} and
 * the same command bring it back.
 */
public final class KeycloakServer {

    public static final String REALM = "hustings";
    public static final String ADMIN = "admin";

    /** The import, which needs most, fills 90 MB. */
    private static final String HEAP = "-Xmx192m";

    private final KeycloakDistribution distribution;
    private final Path home;
    private final int port;
    private final Database database;
    private final String adminPassword;

    /**
     * Keycloak's own database.
     *
     * @param jdbcUrl without user and password
     */
    public record Database(String jdbcUrl, String user, String password) {

        /** Whoever logs this must not log the password. */
        @Override
        public String toString() {
            return "Database[%s, %s]".formatted(jdbcUrl, user);
        }
    }

    /**
     * @param home directory of this server; made when absent
     * @param adminPassword of the user {@value #ADMIN} of the realm {@code master}, set at the first start
     */
    public KeycloakServer(
            KeycloakDistribution distribution, Path home, int port, Database database, String adminPassword) {
        this.distribution = distribution;
        this.home = home.toAbsolutePath().normalize();
        this.port = port;
        this.database = database;
        this.adminPassword = adminPassword;
    }

    /**
     * Lays out what the server reads when it starts. Wants a database that answers. The realm is imported only if the
     * database has none, for an import would not change one that is there.
     *
     * @param clientSecrets by client id
     */
    public void prepare(RealmFile realm, Map<String, String> clientSecrets) {
        try {
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("providers"));
            linkLibraries();
            if (hasRealm()) {
                // It holds secrets, and nobody needs it any more.
                Files.deleteIfExists(realmFile());
            } else {
                Files.deleteIfExists(rightsGranted());
                realm.write(realmFile(), clientSecrets);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Gives campaign-service its narrow rights in the realm; takes some five seconds the first time and none later.
     * Wants a server that is ready.
     */
    public void grantRights(RealmFile realm) {
        if (Files.exists(rightsGranted())) {
            return;
        }
        SyncRights.grant(AdminApi.login(url(), REALM, ADMIN, adminPassword), realm.seats());
        try {
            Files.writeString(rightsGranted(), "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The command that starts the server in the foreground, to be run with {@link #environment()}.
     *
     * @param jvmFlags added to ours
     */
    public List<String> command(List<String> jvmFlags) {
        List<String> command = new ArrayList<>(List.of(
                KeycloakDistribution.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms32m",
                HEAP,
                "-Xss512k",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto"));
        command.addAll(jvmFlags);
        command.addAll(distribution.program(home));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname=" + url(),
                "--cache=local",
                "--db-url=" + database.jdbcUrl(),
                "--db-username=" + database.user(),
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20"));
        return command;
    }

    /** What must not be seen on a command line. */
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD",
                database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                adminPassword,
                "MALLOC_ARENA_MAX",
                "2");
    }

    /** Answers 200 when the realm is there and tokens can be had. */
    public URI ready() {
        return issuer();
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** As the tokens of the realm name it. */
    public URI issuer() {
        return url().resolve("/realms/" + REALM);
    }

    /** What the command runs: changes when Keycloak does. */
    public Path program() {
        return distribution.lib().resolve("quarkus-run.jar");
    }

    private Path realmFile() {
        return home.resolve("data/import/" + REALM + "-realm.json");
    }

    private Path rightsGranted() {
        return home.resolve("rights-granted");
    }

    /** Keycloak looks for its libraries in its home, which is ours, not the distribution's. */
    private void linkLibraries() throws IOException {
        Path link = home.resolve("lib");
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(distribution.lib())) {
            return;
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.lib());
    }

    private boolean hasRealm() {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            return exists(statement, "select 1 from pg_tables where tablename = 'realm'")
                    && exists(statement, "select 1 from realm where name = '" + REALM + "'");
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The database of Keycloak does not answer: " + failure.getMessage(), failure);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
