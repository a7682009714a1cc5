package uk.hustings.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import uk.hustings.api.schema.Migrate;

/**
 * One service's database with its two roles: the owner, which migrates, and the app, which can change no schema.
 *
 * @param service {@code seats}, {@code polls} or {@code campaign}; also the name of the database
 */
public record ServiceDatabase(String host, int port, String service, String ownerPassword, String appPassword) {

    public String owner() {
        return service + "_owner";
    }

    public String app() {
        return service + "_app";
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, service);
    }

    public String reactiveUrl() {
        return "postgresql://%s:%d/%s".formatted(host, port, service);
    }

    /**
     * Makes database and roles where they are absent.
     *
     * @param superuserUrl JDBC URL with user and password of a superuser
     */
    public void provision(String superuserUrl) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl);
                Statement statement = connection.createStatement()) {
            role(statement, owner(), ownerPassword);
            role(statement, app(), appPassword);
            if (!exists(statement, "select 1 from pg_database where datname = '" + service + "'")) {
                statement.execute("create database %s owner %s".formatted(service, owner()));
                statement.execute("revoke all on database %s from public".formatted(service));
                statement.execute("grant connect on database %s to %s".formatted(service, app()));
            }
        }
    }

    /** @param migrations class loader that sees the service's jar */
    public void migrate(ClassLoader migrations) {
        Migrate.run(migrations, service, jdbcUrl(), owner(), ownerPassword, app());
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role %s login".formatted(role));
        }
        statement.execute("alter role %s password '%s'".formatted(role, password));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        return statement.executeQuery(query).next();
    }
}
