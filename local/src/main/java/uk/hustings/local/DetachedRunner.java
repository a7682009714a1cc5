package uk.hustings.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.hustings.local.process.BackgroundProcess;
import uk.hustings.local.process.BackgroundProcess.Launch;
import uk.hustings.local.process.LogFile;
import uk.hustings.local.process.Processes;
import uk.hustings.local.suite.Ports;

/** A runner in the background that outlives the terminal; what it says until it is ready is said here too. */
final class DetachedRunner {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Invocation invocation;

    DetachedRunner(Invocation invocation) {
        this.invocation = invocation;
    }

    /** @return 0 when the suite is ready, else what the runner ended with */
    int start() {
        LogFile log = invocation.home().log("runner");
        log.startAfresh();
        BackgroundProcess runner = BackgroundProcess.start(launch(log), ended -> {});
        long told = 0;
        boolean ready = false;
        while (!ready && runner.isAlive() && Processes.pause(PAUSE)) {
            ready = isReady(runner);
            told = tell(log.path(), told);
        }
        tell(log.path(), told);
        return ready ? 0 : Math.max(1, runner.exitValue());
    }

    private Launch launch(LogFile log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ProcessArguments.ofThisJvm());
        command.addAll(List.of(Hustings.class.getName(), "up"));
        String base = invocation.environment().get(Ports.BASE_VARIABLE);
        return new Launch(
                "runner",
                command,
                base == null ? Map.of() : Map.of(Ports.BASE_VARIABLE, base),
                invocation.projectRoot(),
                log.path());
    }

    /** The ledger speaks of this runner only once this runner has written itself into it. */
    private boolean isReady(BackgroundProcess runner) {
        var ledger = invocation.home().ledger();
        return ledger.note(UpCommand.READY).isPresent()
                && ledger.running().values().stream()
                        .anyMatch(process -> process.pid() == runner.handle().pid());
    }

    private static long tell(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(news);
            System.out.print(new String(news, StandardCharsets.UTF_8));
            System.out.flush();
            return from + news.length;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
