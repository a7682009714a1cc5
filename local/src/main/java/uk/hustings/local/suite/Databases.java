package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.test.ServiceDatabase;

/** The databases of the suite: made once, and brought to the shape that the built services expect. */
final class Databases {

    private final PostgresServer server;
    private final Path projectRoot;

    Databases(PostgresServer server, Path projectRoot) {
        this.server = server;
        this.projectRoot = projectRoot;
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

    /** Applies, as the owner, the migrations that lie in the app's own jar. */
    void migrate(App app, ServiceDatabase database) {
        try (URLClassLoader migrations =
                new URLClassLoader(new URL[] {ownJar(app)}, Databases.class.getClassLoader())) {
            database.migrate(migrations);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private URL ownJar(App app) throws IOException {
        try (Stream<Path> jars = Files.list(app.program(projectRoot).resolve("app"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .map(Databases::urlOf)
                    .orElseThrow(() -> new SuiteFailure(app.module() + " is not built. Run: ./hustings build"));
        }
    }

    private static URL urlOf(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
