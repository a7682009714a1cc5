package uk.hustings.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
public final class Program {

    private Program() {}

    /**
     * @param environment added to ours
     * @return what it wrote, standard output and errors together
     * @throws ProgramFailed if it ends with anything but 0, or not in time
     */
    public static String run(List<String> command, Map<String, String> environment, Duration limit) {
        try {
            Path output = Files.createTempFile("hustings-program", ".log");
            try {
                return run(command, environment, limit, output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String run(List<String> command, Map<String, String> environment, Duration limit, Path output)
            throws IOException {
        // A file and not a pipe: a daemon that the program leaves behind would keep the pipe open.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = waitFor(process, limit);
        String written = Files.readString(output, StandardCharsets.ISO_8859_1).strip();
        if (!ended) {
            process.destroyForcibly();
            throw new ProgramFailed("%s did not end within %d s".formatted(command, limit.toSeconds()), written);
        }
        if (process.exitValue() != 0) {
            throw new ProgramFailed("%s ended with %d".formatted(command, process.exitValue()), written);
        }
        return written;
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A program that did not do what it was run for. */
    public static final class ProgramFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String output;

        ProgramFailed(String message, String output) {
            super(output.isEmpty() ? message : message + System.lineSeparator() + output);
            this.output = output;
        }

        public String output() {
            return output;
        }
    }
}
