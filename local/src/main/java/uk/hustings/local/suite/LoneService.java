package uk.hustings.local.suite;

import java.nio.file.Path;
import java.util.Map;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.test.ServiceDatabase;

/** PostgreSQL and one replica of one service: {@link Replicas}, for who wants no more. Whoever starts one closes it. */
public final class LoneService implements AutoCloseable {

    private final Replicas replicas;
    private final App app;
    private final int sparePort = Ports.free(1)[0];

    private LoneService(Replicas replicas, App app) {
        this.replicas = replicas;
        this.app = app;
    }

    /**
     * Starts PostgreSQL on an empty data directory; the service is started with {@link #restart}.
     *
     * @param directory the home; what an earlier run has left in it is removed
     * @throws SuiteFailure with nothing left running
     */
    public static LoneService prepare(Path projectRoot, Path directory, App app) {
        return new LoneService(Replicas.prepare(projectRoot, directory, app), app);
    }

    /**
     * Starts the service, anew if it runs, and waits until it is ready.
     *
     * @param heapMebibytes the largest heap that it may have
     * @param more configuration, by environment variable
     */
    public void restart(int heapMebibytes, Map<String, String> more) {
        replicas.start(app, 1, heapMebibytes, more);
    }

    public int port() {
        return replicas.url(app, 1).getPort();
    }

    /** A port that nobody uses. */
    public int sparePort() {
        return sparePort;
    }

    public ServiceDatabase database() {
        return replicas.database(app);
    }

    /** PostgreSQL, on which nothing else works. */
    public PostgresServer postgres() {
        return replicas.postgres();
    }

    public ProcessHandle process() {
        return replicas.process(app, 1);
    }

    /** Ends the service and PostgreSQL; the data stays until the next run. */
    @Override
    public void close() {
        replicas.close();
    }
}
