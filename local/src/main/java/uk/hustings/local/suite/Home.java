package uk.hustings.local.suite;

import java.nio.file.Path;
import uk.hustings.local.postgres.PostgresBinaries;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.Ledger;
import uk.hustings.local.process.LogFile;

/**
 * The directory in which a suite keeps everything that it makes: data, logs, secrets.
 *
 * @param directory absolute
 */
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    public LogFile log(String name) {
        return new LogFile(logs().resolve(name + ".log"));
    }

    public Path logs() {
        return directory.resolve("logs");
    }

    public Ledger ledger() {
        return new Ledger(directory.resolve("processes.properties"));
    }

    /**
     * The server on this home's data.
     *
     * @param programs where what can be shared between suites is kept
     */
    public PostgresServer postgres(Path programs, int port, String superuserPassword) {
        return new PostgresServer(
                new PostgresBinaries(programs.resolve("postgres-" + Versions.of("postgres"))),
                directory.resolve("postgres"),
                log(Parts.POSTGRES).path(),
                port,
                superuserPassword);
    }

    Path keycloak() {
        return directory.resolve("keycloak");
    }

    Path secrets() {
        return directory.resolve("secrets.properties");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    /** Is on the command line of every Java process of this suite. */
    public String mark() {
        return "-Dhustings.home=" + directory;
    }
}
