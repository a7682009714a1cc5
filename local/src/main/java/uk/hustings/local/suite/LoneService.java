package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.local.process.BackgroundProcess.Launch;
import uk.hustings.local.process.DirectoryTree;
import uk.hustings.test.ServiceDatabase;
import uk.hustings.test.SigningKey;

/**
 * PostgreSQL and one service on an empty database, in a home of their own and without Keycloak: the service believes the
 * tokens that {@link uk.hustings.test.Tokens} signs in this JVM. Whoever starts one closes it.
 */
public final class LoneService implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Home home;
    private final HomeLock lock;
    private final Ports ports;
    private final App app;
    private final ProcessGroup processes;
    private final PostgresServer postgres;
    private final ServiceDatabase database;
    private final Installation installation;
    private final Map<String, String> environment = new HashMap<>();

    private LoneService(Path projectRoot, Path directory, App app, HomeLock lock) {
        Path programs = projectRoot.resolve(".hustings/programs");
        this.home = new Home(directory);
        this.lock = lock;
        this.ports = Ports.free();
        this.app = app;
        this.processes = new ProcessGroup(home.ledger(), home.mark(), died -> {});
        Secrets secrets = Secrets.keptIn(home.secrets());
        this.postgres = home.postgres(programs, ports.postgres(), secrets.superuser());
        String service = app.database().orElseThrow();
        this.database = new ServiceDatabase(
                "localhost", ports.postgres(), service, secrets.databaseOwner(service), secrets.databaseApp(service));
        this.installation = Installation.of(app, projectRoot, programs.resolve("apps"));
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(app)));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.app());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.appPassword());
        environment.put("HUSTINGS_CLOCK_OFFSET", DomainDay.offset(Instant.now()).toString());
        new SigningKey().start().forEach((property, value) -> environment.put(variable(property), value));
    }

    /**
     * Starts PostgreSQL on an empty data directory; the service is started with {@link #restart}.
     *
     * @param directory the home; what an earlier run has left in it is removed
     * @throws SuiteFailure with nothing left running
     */
    public static LoneService prepare(Path projectRoot, Path directory, App app) {
        Home home = new Home(directory);
        HomeLock lock = HomeLock.tryTake(home)
                .orElseThrow(() -> new SuiteFailure("Another runner works in " + home.directory()));
        Leftovers.endAll(home, projectRoot.resolve(".hustings/programs"));
        removeData(home);
        LoneService service = new LoneService(projectRoot, directory, app, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop " + app.module()));
        service.home.log(app.module()).startAfresh();
        service.postgres.start();
        Databases databases = new Databases(service.postgres);
        databases.provision(List.of(service.database));
        databases.migrate(service.installation, service.database);
        return service;
    }

    /**
     * Starts the service, anew if it runs, and waits until it is ready.
     *
     * @param heapMebibytes the largest heap that it may have
     * @param more configuration, by environment variable
     */
    public void restart(int heapMebibytes, Map<String, String> more) {
        processes.find(app.module()).ifPresent(BackgroundProcess::stop);
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                home.mark(),
                "-Dhustings.app=" + app.module(),
                "-XX:+UseSerialGC",
                "-Xmx%dm".formatted(heapMebibytes),
                "-jar",
                installation.program().toString()));
        BackgroundProcess process = processes.start(new Launch(
                app.module(),
                command,
                all,
                home.directory(),
                home.log(app.module()).path()));
        if (!Readiness.await(ports.urlOf(app).resolve("/q/health/ready"), () -> !process.isAlive())) {
            throw SuiteFailure.withLog(app.module() + " does not become ready.", home.log(app.module()));
        }
    }

    public int port() {
        return ports.of(app);
    }

    /** A port that nobody uses; the gateway's, which does not run here. */
    public int sparePort() {
        return ports.gateway();
    }

    public ServiceDatabase database() {
        return database;
    }

    public ProcessHandle process() {
        return processes.find(app.module()).orElseThrow().handle();
    }

    /** Ends the service and PostgreSQL; the data stays until the next run. */
    @Override
    public synchronized void close() {
        if (processes.isClosed()) {
            return;
        }
        processes.close();
        processes.stop(app.module());
        postgres.stop();
        home.ledger().clear();
        lock.close();
    }

    private static void removeData(Home home) {
        try {
            DirectoryTree.delete(home.directory().resolve("postgres"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As MicroProfile Config reads it from the environment. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
