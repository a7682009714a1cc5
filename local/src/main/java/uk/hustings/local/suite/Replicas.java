package uk.hustings.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.local.process.BackgroundProcess.Launch;
import uk.hustings.local.process.DirectoryTree;
import uk.hustings.test.ServiceDatabase;
import uk.hustings.test.SigningKey;

/**
 * PostgreSQL and any number of replicas of some services on empty databases, in a home of their own and without Keycloak: the
 * services believe the tokens that {@link uk.hustings.test.Tokens} signs in this JVM. Whoever starts them closes them.
 */
public final class Replicas implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path projectRoot;
    private final Home home;
    private final HomeLock lock;
    private final int postgresPort;
    private final Secrets secrets;
    private final ProcessGroup processes;
    private final PostgresServer postgres;
    private final Map<String, String> identity = new HashMap<>();
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    private Replicas(Path projectRoot, Home home, HomeLock lock) {
        this.projectRoot = projectRoot;
        this.home = home;
        this.lock = lock;
        this.postgresPort = Ports.free(1)[0];
        this.secrets = Secrets.keptIn(home.secrets());
        this.processes = new ProcessGroup(home.ledger(), home.mark(), died -> {});
        this.postgres = home.postgres(programs(), postgresPort, secrets.superuser());
        new SigningKey().start().forEach((property, value) -> identity.put(variable(property), value));
    }

    /**
     * Starts PostgreSQL on an empty data directory, with the databases of these services.
     *
     * @param directory the home; what an earlier run has left in it is removed
     * @throws SuiteFailure with nothing left running
     */
    public static Replicas prepare(Path projectRoot, Path directory, App... apps) {
        Home home = new Home(directory);
        HomeLock lock = HomeLock.tryTake(home)
                .orElseThrow(() -> new SuiteFailure("Another runner works in " + home.directory()));
        Leftovers.endAll(home, projectRoot.resolve(".hustings/programs"));
        removeData(home);
        Replicas replicas = new Replicas(projectRoot, home, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(replicas::close, "stop the replicas"));
        home.log(Parts.POSTGRES).startAfresh();
        replicas.postgres.start();
        Databases databases = new Databases(replicas.postgres);
        for (App app : apps) {
            databases.provision(List.of(replicas.database(app)));
            databases.migrate(replicas.installation(app), replicas.database(app));
        }
        return replicas;
    }

    /**
     * Starts a replica, anew if it runs, and waits until it is ready. It keeps its port.
     *
     * @param number from 1
     * @param heapMebibytes the largest heap that it may have
     * @param more configuration, by environment variable
     */
    public URI start(App app, int number, int heapMebibytes, Map<String, String> more) {
        String name = name(app, number);
        processes.find(name).ifPresent(BackgroundProcess::stop);
        int port = url(app, number).getPort();
        Map<String, String> all = environment(app, port);
        all.putAll(more);
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                home.mark(),
                "-Dhustings.app=" + app.module(),
                "-XX:+UseSerialGC",
                "-Xmx%dm".formatted(heapMebibytes),
                "-jar",
                installation(app).program().toString()));
        home.log(name).startAfresh();
        BackgroundProcess process = processes.start(
                new Launch(name, command, all, home.directory(), home.log(name).path()));
        if (!Readiness.await(url(app, number).resolve("/q/health/ready"), () -> !process.isAlive())) {
            throw SuiteFailure.withLog(name + " does not become ready.", home.log(name));
        }
        return url(app, number);
    }

    /** Ends a replica as {@code kill -9} does. */
    public void kill(App app, int number) {
        processes.find(name(app, number)).orElseThrow().kill();
    }

    /** Base URL of a replica, whether it runs or not. */
    public URI url(App app, int number) {
        return URI.create("http://localhost:" + ports.computeIfAbsent(name(app, number), unknown -> Ports.free(1)[0]));
    }

    public ProcessHandle process(App app, int number) {
        return processes.find(name(app, number)).orElseThrow().handle();
    }

    public ServiceDatabase database(App app) {
        String service = app.database().orElseThrow();
        return new ServiceDatabase(
                "localhost", postgresPort, service, secrets.databaseOwner(service), secrets.databaseApp(service));
    }

    /** PostgreSQL, on which nothing else works. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** Ends the services and PostgreSQL; the data stays until the next run. */
    @Override
    public synchronized void close() {
        if (processes.isClosed()) {
            return;
        }
        processes.close();
        processes.stop(ports.keySet().toArray(String[]::new));
        postgres.stop();
        home.ledger().clear();
        lock.close();
    }

    private Map<String, String> environment(App app, int port) {
        ServiceDatabase database = database(app);
        Map<String, String> environment = new HashMap<>(identity);
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.app());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.appPassword());
        environment.put("HUSTINGS_CLOCK_OFFSET", DomainDay.offset(Instant.now()).toString());
        return environment;
    }

    private Installation installation(App app) {
        return Installation.of(app, projectRoot, programs().resolve("apps"));
    }

    private Path programs() {
        return projectRoot.resolve(".hustings/programs");
    }

    private static String name(App app, int number) {
        return app.module() + "-" + number;
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
