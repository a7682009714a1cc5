package uk.hustings.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.Ledger;
import uk.hustings.local.process.Processes;

/** What a runner that was killed has left running. */
public final class Leftovers {

    /** The ledger's name for the runner itself. */
    public static final String RUNNER = "runner";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    /**
     * Ends them, but for PostgreSQL, which can be adopted as it is. Only to be called by who holds the home's lock.
     *
     * @return how many there were
     */
    public static int end(Ledger ledger) {
        Map<String, ProcessHandle> running = ledger.running();
        running.remove(RUNNER);
        running.values().forEach(ProcessHandle::destroy);
        running.values().forEach(process -> Processes.end(process, PATIENCE));
        ledger.clear();
        return running.size();
    }

    /** Ends them and PostgreSQL. */
    public static int endAll(Home home, Path programs) {
        int ended = end(home.ledger());
        PostgresServer postgres = home.postgres(programs, 0, "");
        if (postgres.process().isPresent()) {
            postgres.stop();
            ended++;
        }
        return ended;
    }
}
