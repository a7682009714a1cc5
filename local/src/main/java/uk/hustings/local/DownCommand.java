package uk.hustings.local;

import java.time.Duration;
import java.util.Optional;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.HomeLock;
import uk.hustings.local.suite.Leftovers;

/** Stops the suite, and what a killed runner has left. */
final class DownCommand {

    /** The first run of a build writes class archives at its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Invocation invocation;

    DownCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    int run() {
        Optional<ProcessHandle> runner =
                Optional.ofNullable(invocation.home().ledger().running().get(Leftovers.RUNNER));
        runner.ifPresent(process -> {
            System.out.println("Stopping. The first time after a build this takes longer, so that starts take less.");
            process.destroy();
            if (!Processes.endsWithin(process, PATIENCE)) {
                process.destroyForcibly();
            }
        });
        Optional<HomeLock> lock = HomeLock.tryTake(invocation.home());
        if (lock.isEmpty()) {
            System.err.println("A runner is at work here that could not be stopped.");
            return 1;
        }
        try {
            int ended = Leftovers.endAll(invocation.home(), invocation.programs());
            if (runner.isPresent()) {
                System.out.println("Stopped.");
            } else if (ended > 0) {
                System.out.println("Stopped %d processes that an earlier run had left.".formatted(ended));
            } else {
                System.out.println("Nothing is running.");
            }
        } finally {
            lock.get().close();
        }
        return 0;
    }
}
