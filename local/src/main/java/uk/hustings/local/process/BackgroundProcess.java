package uk.hustings.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A process of the suite that runs in the background with its output in a log. */
public final class BackgroundProcess {

    /** Time that a process has for an orderly end, before it is killed; writing a class archive takes most of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Launch launch;
    private final Process process;
    private volatile boolean expectedToEnd;

    /**
     * What to run.
     *
     * @param name how people call it, for example {@code seats-service}
     * @param environment added to ours, from which everything named {@code HUSTINGS_…} is taken away
     * @param log appended to
     */
    public record Launch(
            String name, List<String> command, Map<String, String> environment, Path directory, Path log) {}

    private BackgroundProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /** @param diedUnexpectedly called once if the process ends and nobody here ended it */
    public static BackgroundProcess start(Launch launch, Consumer<BackgroundProcess> diedUnexpectedly) {
        // A terminal's Ctrl-C reaches the whole process group. The children ignore it (a JVM leaves an ignored
        // interrupt ignored), so that the runner ends them in order.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", launch.name()));
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("HUSTINGS_"));
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(launch.log().getParent());
            BackgroundProcess started = new BackgroundProcess(launch, builder.start());
            started.process.onExit().thenRun(() -> started.noticeEnd(diedUnexpectedly));
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String name() {
        return launch.name();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public int exitValue() {
        return process.exitValue();
    }

    public Launch launch() {
        return launch;
    }

    /** Asks the process to end, waits, and kills it if it does not. */
    public void stop() {
        expectedToEnd = true;
        process.destroy();
        if (!endsWithin(PATIENCE)) {
            kill();
        }
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() {
        expectedToEnd = true;
        process.destroyForcibly();
        endsWithin(PATIENCE);
    }

    private void noticeEnd(Consumer<BackgroundProcess> diedUnexpectedly) {
        if (!expectedToEnd) {
            diedUnexpectedly.accept(this);
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
