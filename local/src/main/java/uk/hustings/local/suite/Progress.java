package uk.hustings.local.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Tells what is done and how long it took, one line a step, and at times what is still waited for. */
public final class Progress {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final Map<String, Long> running = new LinkedHashMap<>();

    public Progress(PrintStream out) {
        this(out, System::nanoTime);
    }

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    public synchronized void begin(String what) {
        running.put(what, nanoTime.getAsLong());
    }

    /** @param outcome for example {@code ready} */
    public synchronized void end(String what, String outcome) {
        Long begun = running.remove(what);
        long took = begun == null ? 0 : nanoTime.getAsLong() - begun;
        say("  %-18s %-10s %5.1f s".formatted(what, outcome, seconds(took)));
    }

    /** Says what has not ended yet; nothing if there is nothing. */
    public synchronized void sayWhatIsAwaited() {
        if (!running.isEmpty()) {
            long now = nanoTime.getAsLong();
            say("  still waiting for "
                    + running.entrySet().stream()
                            .map(step -> "%s (%.0f s)".formatted(step.getKey(), seconds(now - step.getValue())))
                            .collect(Collectors.joining(", ")));
        }
    }

    static double seconds(Duration time) {
        return seconds(time.toNanos());
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
