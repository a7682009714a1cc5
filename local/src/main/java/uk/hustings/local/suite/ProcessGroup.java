package uk.hustings.local.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.local.process.BackgroundProcess.Launch;
import uk.hustings.local.process.Ledger;

/** The Java processes of one suite. */
final class ProcessGroup {

    /** A signal to all of us at once may end a process a moment before we are told to end it. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Map<String, BackgroundProcess> processes = new LinkedHashMap<>();
    private final Ledger ledger;
    private final String mark;
    private final Consumer<BackgroundProcess> died;
    private boolean closed;

    /** @param died told of a process that ended by itself while the group was open */
    ProcessGroup(Ledger ledger, String mark, Consumer<BackgroundProcess> died) {
        this.ledger = ledger;
        this.mark = mark;
        this.died = died;
    }

    /** @throws IllegalStateException if the group is closed already */
    synchronized BackgroundProcess start(Launch launch) {
        if (closed) {
            throw new IllegalStateException("the suite is being stopped");
        }
        BackgroundProcess process = BackgroundProcess.start(launch, this::noticeEnd);
        processes.put(launch.name(), process);
        ledger.record(launch.name(), process.handle(), mark);
        return process;
    }

    synchronized Optional<BackgroundProcess> find(String name) {
        return Optional.ofNullable(processes.get(name));
    }

    synchronized boolean isEmpty() {
        return processes.isEmpty();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** From now on nothing starts and no end is a surprise. */
    synchronized void close() {
        closed = true;
    }

    /** Ends the named processes side by side; those that never started are left out. */
    void stop(String... names) {
        List<Thread> ends = new ArrayList<>();
        for (String name : names) {
            find(name).ifPresent(process -> ends.add(new Thread(process::stop, "stop " + name)));
        }
        ends.forEach(Thread::start);
        for (Thread end : ends) {
            try {
                end.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void noticeEnd(BackgroundProcess process) {
        CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!isClosed()) {
                        died.accept(process);
                    }
                });
    }
}
