package uk.hustings.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.hustings.local.process.Processes;

/**
 * The first process of a server, as its lock file {@code postmaster.pid} describes it.
 *
 * @param ready it takes connections
 */
record Postmaster(ProcessHandle process, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** @return the postmaster of the data directory, if it is alive and really is one */
    static Optional<Postmaster> on(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(process -> isPostmasterOf(process, data))
                    .map(process -> new Postmaster(process, port, ready));
        } catch (IOException noServer) {
            return Optional.empty();
        }
    }

    private static boolean isPostmasterOf(ProcessHandle process, Path data) {
        return process.isAlive()
                && !Processes.isZombie(process.pid())
                && Processes.commandLine(process).contains(data.toString());
    }
}
