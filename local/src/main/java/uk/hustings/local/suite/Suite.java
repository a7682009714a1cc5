package uk.hustings.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.local.process.Processes;

/**
 * The whole suite, running: PostgreSQL, Keycloak and the four apps. Whoever starts one closes it; if the JVM ends before
 * that, a shutdown hook does.
 */
public final class Suite implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int LOOKS_BETWEEN_WORDS = 10;

    private final SuiteSettings settings;
    private final Home home;
    private final HomeLock lock;
    private final Progress progress;
    private final ProcessGroup processes;
    private final Parts parts;
    private final ExecutorService threads = Executors.newCachedThreadPool(Suite::daemon);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Suite(SuiteSettings settings, HomeLock lock) {
        this.settings = settings;
        this.home = new Home(settings.home());
        this.lock = lock;
        this.progress = settings.progress();
        this.processes = new ProcessGroup(home.ledger(), home.mark(), this::died);
        this.parts = new Parts(settings, home, processes, DomainDay.offset(Instant.now()));
    }

    /**
     * Returns when everything is ready and, if wanted, the data is loaded.
     *
     * @throws SuiteFailure with nothing left running
     */
    public static Suite start(SuiteSettings settings) {
        return start(
                settings,
                HomeLock.tryTake(new Home(settings.home()))
                        .orElseThrow(() -> new SuiteFailure("Another runner works in " + settings.home())));
    }

    /** @param lock of the settings' home; freed when the suite is closed */
    public static Suite start(SuiteSettings settings, HomeLock lock) {
        Suite suite = new Suite(settings, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop the suite"));
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException failed) {
            boolean interrupted = suite.closing.get();
            suite.close();
            throw interrupted ? new SuiteFailure("Stopped before everything was ready.", failed) : failed;
        }
    }

    public Ports ports() {
        return settings.ports();
    }

    public Secrets secrets() {
        return parts.secrets();
    }

    public Home home() {
        return home;
    }

    public PostgresServer postgres() {
        return parts.postgres();
    }

    /** @param name module of an app, or {@value Parts#KEYCLOAK} */
    public Optional<ProcessHandle> process(String name) {
        return processes.find(name).map(BackgroundProcess::handle);
    }

    /** Ends a process as {@code kill -9} does; the suite goes on without it. */
    public void kill(String name) {
        processes.find(name).orElseThrow().kill();
    }

    /** Starts a process again that was killed, with the same configuration, and waits until it is ready. */
    public void restart(String name) {
        BackgroundProcess before = processes.find(name).orElseThrow();
        before.stop();
        processes.start(before.launch());
        parts.awaitReady(name);
    }

    /** Returns when something died that should not have; never if all goes on well. */
    public SuiteFailure awaitFailure() {
        try {
            failure.join();
            throw new IllegalStateException("the suite failed without a reason");
        } catch (CompletionException failed) {
            return asFailure(failed);
        }
    }

    /** Ends all in order; a second call waits for the first. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            closed.join();
            return;
        }
        try {
            boolean anythingRuns = parts.postgresStarted() || !processes.isEmpty();
            if (anythingRuns) {
                progress.say("Stopping.");
            }
            processes.close();
            parts.stopAll();
            home.ledger().clear();
            lock.close();
            if (anythingRuns) {
                progress.say("Stopped.");
            }
        } finally {
            threads.shutdownNow();
            closed.complete(null);
        }
    }

    private void startAll() {
        int ended = Leftovers.end(home.ledger());
        if (ended > 0) {
            progress.say("  ended %d processes that an earlier run had left".formatted(ended));
        }
        settings.ports().requireFree(parts.postgres().isReady());
        home.ledger().record(Leftovers.RUNNER, ProcessHandle.current(), "java");
        settings.ports().writeTo(home.ledger());
        parts.startLogsAfresh();
        threads.execute(this::watch);

        List<CompletableFuture<Void>> ready = new ArrayList<>();
        CompletableFuture<Void> keycloakUnpacked = run(parts::unpackKeycloak);
        CompletableFuture<Void> databases = run(parts::startPostgres);
        ready.add(keycloakUnpacked.thenCombine(databases, (a, b) -> a).thenRunAsync(parts::startKeycloak, threads));
        for (App app : App.values()) {
            CompletableFuture<Void> before = app.database().isPresent() ? databases : run(() -> {});
            ready.add(before.thenRunAsync(() -> parts.startApp(app), threads));
        }
        ready.forEach(part -> part.whenComplete((done, failed) -> {
            if (failed != null) {
                failure.completeExceptionally(failed);
            }
        }));
        await(CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)));
        if (settings.loadData()) {
            await(run(parts::loadData));
        }
    }

    private CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, threads);
    }

    private void await(CompletableFuture<Void> task) {
        try {
            CompletableFuture.anyOf(task, failure).join();
        } catch (CompletionException failed) {
            throw asFailure(failed);
        }
    }

    private void died(BackgroundProcess process) {
        failure.completeExceptionally(SuiteFailure.withLog(
                "%s died (exit code %d).".formatted(process.name(), process.exitValue()), home.log(process.name())));
    }

    /** PostgreSQL is not our child, so nobody tells us when it dies; and people like to know what is waited for. */
    private void watch() {
        for (int look = 1; !processes.isClosed(); look++) {
            if (!Processes.pause(LOOK_EVERY)) {
                return;
            }
            if (parts.postgresDied() && !processes.isClosed()) {
                failure.completeExceptionally(SuiteFailure.withLog("PostgreSQL died.", home.log(Parts.POSTGRES)));
            }
            if (look % LOOKS_BETWEEN_WORDS == 0) {
                progress.sayWhatIsAwaited();
            }
        }
    }

    private static SuiteFailure asFailure(Throwable failed) {
        Throwable cause = failed;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof SuiteFailure told ? told : new SuiteFailure(String.valueOf(cause.getMessage()), cause);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "suite");
        thread.setDaemon(true);
        return thread;
    }
}
