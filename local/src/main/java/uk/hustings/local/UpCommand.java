package uk.hustings.local;

import java.util.List;
import java.util.Optional;
import uk.hustings.local.suite.HomeLock;
import uk.hustings.local.suite.Ports;
import uk.hustings.local.suite.Progress;
import uk.hustings.local.suite.Suite;
import uk.hustings.local.suite.SuiteFailure;
import uk.hustings.local.suite.SuiteSettings;

/** Starts the suite and stays until Ctrl-C; with {@code --detach} it returns when the suite is ready. */
final class UpCommand {

    /** Note in the ledger, set when everything is ready. */
    static final String READY = "ready";

    private final Invocation invocation;

    UpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run(List<String> options) {
        for (String option : options) {
            if (!option.equals("--detach")) {
                System.err.println("up does not know the option " + option + ". It knows --detach.");
                return 2;
            }
        }
        if (invocation.suiteRuns()) {
            sayThatItRuns();
            return 0;
        }
        return options.isEmpty() ? inForeground() : new DetachedRunner(invocation).start();
    }

    private int inForeground() {
        long begun = System.nanoTime();
        Ports ports = Ports.fromEnvironment(invocation.environment());
        Optional<HomeLock> lock = HomeLock.tryTake(invocation.home());
        if (lock.isEmpty()) {
            sayThatItRuns();
            return 0;
        }
        Progress progress = new Progress(System.out);
        progress.say("Hustings starts. Logs: .hustings/logs");
        Suite suite = Suite.start(SuiteSettings.demo(invocation.projectRoot(), ports, progress), lock.get());
        progress.say("Ready in %.0f s.".formatted((System.nanoTime() - begun) / 1e9));
        progress.say(Welcome.to(ports));
        suite.home().ledger().note(READY, "yes");
        // Loading needs a larger heap than waiting does: what is free now goes back to the system.
        System.gc();
        SuiteFailure failure = suite.awaitFailure();
        progress.say(failure.getMessage());
        suite.close();
        return 1;
    }

    private void sayThatItRuns() {
        System.out.println("Hustings is already running%s. ./hustings down stops it."
                .formatted(Ports.recordedIn(invocation.home().ledger())
                        .map(ports -> " at http://localhost:" + ports.gateway())
                        .orElse("")));
    }
}
