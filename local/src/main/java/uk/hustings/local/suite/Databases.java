package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.test.ServiceDatabase;

/** The databases of the suite: made once, and brought to the shape that the built services expect. */
final class Databases {

    private final PostgresServer server;

    Databases(PostgresServer server) {
        this.server = server;
    }

    /** @throws SuiteFailure if the server does not know our password */
    void provision(List<ServiceDatabase> databases) {
        try {
            for (ServiceDatabase database : databases) {
                database.provision(server.superuserUrl());
            }
        } catch (SQLException refused) {
            throw new SuiteFailure(
                    "PostgreSQL refused to make the databases: %s If the secrets were lost, remove the directory .hustings."
                            .formatted(refused.getMessage()),
                    refused);
        }
    }

    /**
     * Applies, as the owner, the migrations that lie in the app's own jar.
     *
     * @throws SuiteFailure if the database has gone another way than they
     */
    void migrate(Installation installation, ServiceDatabase database) {
        try {
            URL jar = installation.ownJar().toUri().toURL();
            try (URLClassLoader migrations = new URLClassLoader(new URL[] {jar}, Databases.class.getClassLoader())) {
                database.migrate(migrations);
            }
        } catch (FlywayException refused) {
            throw new SuiteFailure(
                    "The database %s cannot be brought to the shape that this build expects. %s%nTo begin afresh: rm -r %s"
                            .formatted(database.service(), refused.getMessage().strip(), server.data()),
                    refused);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
