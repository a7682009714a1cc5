package uk.hustings.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the operating system says about processes; where there is no {@code /proc} it says less. */
public final class Processes {

    private static final Path PROC = Path.of("/proc");

    private Processes() {}

    public static String commandLine(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(PROC.resolve(process.pid() + "/cmdline"));
            return new String(line, StandardCharsets.UTF_8).replace('\0', ' ').strip();
        } catch (IOException noProc) {
            return process.info().commandLine().orElse("");
        }
    }

    /** Dead, but not yet fetched by its parent: such a process answers to signals and does nothing else. */
    public static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException noProc) {
            return false;
        }
    }

    /** @return whether a process works in the directory; true where that cannot be found out */
    public static boolean anyWorkingIn(Path directory) {
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .anyMatch(entry -> worksIn(entry, directory));
        } catch (IOException noProc) {
            return true;
        }
    }

    /**
     * Memory of a process in bytes, with shared pages counted in parts (PSS).
     *
     * @return empty where the system does not tell
     */
    public static OptionalLong proportionalMemory(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException noProc) {
            return OptionalLong.empty();
        }
    }

    /** Asks a process that is not our child to end, waits, and kills it if it does not. */
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, patience);
        }
    }

    public static boolean endsWithin(ProcessHandle process, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && !isZombie(process.pid())) {
            if (System.nanoTime() > end || !pause(Duration.ofMillis(50))) {
                return false;
            }
        }
        return true;
    }

    /** @return false if the thread was interrupted */
    public static boolean pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean worksIn(Path process, Path directory) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(directory);
        } catch (IOException goneOrForbidden) {
            return false;
        }
    }
}
