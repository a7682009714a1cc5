package uk.hustings.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that was written down so that it can be found again, by another run of the runner too. Numbers of
 * processes come round again, so number, time of start and command line must all fit.
 *
 * @param mark text that the command line must contain
 */
public record RecordedProcess(long pid, Instant started, String mark) {

    /** The time of start is worked out from the time of boot, which moves when the clock is set. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(5);

    public static RecordedProcess of(ProcessHandle process, String mark) {
        return new RecordedProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), mark);
    }

    /** @return the process, if it still runs and is the one that was written down */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> !Processes.isZombie(pid))
                .filter(this::startedThen)
                .filter(process -> Processes.commandLine(process).contains(mark));
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(started, start).abs().compareTo(CLOCK_SLACK) <= 0)
                .orElse(true);
    }

    /** One line of the ledger. */
    String asText() {
        return pid + " " + started + " " + mark;
    }

    static RecordedProcess parse(String text) {
        String[] parts = text.split(" ", 3);
        return new RecordedProcess(Long.parseLong(parts[0]), Instant.parse(parts[1]), parts[2]);
    }
}
