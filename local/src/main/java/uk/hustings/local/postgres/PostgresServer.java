package uk.hustings.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.local.process.DirectoryTree;
import uk.hustings.local.process.Processes;
import uk.hustings.local.process.Program;
import uk.hustings.local.process.Program.ProgramFailed;

/** One PostgreSQL server on a data directory of ours, with durability on: what it has confirmed survives a kill. */
public final class PostgresServer {

    /** How the server came to run. */
    public enum Start {
        /** On a data directory that was made for it. */
        NEW,
        /** On the data of an earlier run. */
        STARTED,
        /** It was still running: the runner before was killed. */
        ADOPTED
    }

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** How long the children of a killed postmaster may take to finish what they write to a slow disk. */
    private static final Duration ORPHANS = Duration.ofSeconds(30);

    private static final String SUPERUSER = "postgres";

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private final int port;
    private final String password;

    /**
     * @param data directory of the data; made when absent
     * @param log the server appends to it
     * @param password of the superuser, set when the data directory is made
     */
    public PostgresServer(PostgresBinaries binaries, Path data, Path log, int port, String password) {
        this.binaries = binaries;
        this.data = data.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    /** Returns when the server takes connections. */
    public Start start() {
        binaries.unpack();
        if (isReady()) {
            return Start.ADOPTED;
        }
        stop();
        boolean fresh = !Files.isDirectory(data);
        if (fresh) {
            initialise();
        }
        removeLeftovers();
        control(
                "start",
                "-w",
                "-l",
                log.toString(),
                "-o",
                // No socket files: a path may be longer than the 107 bytes they allow.
                "-p %d -c listen_addresses=localhost -c unix_socket_directories= -c shared_buffers=48MB "
                                .formatted(port)
                        + "-c fsync=on -c synchronous_commit=on -c max_connections=120 -c log_checkpoints=off");
        return fresh ? Start.NEW : Start.STARTED;
    }

    /** Ends connections and stops the server, if it runs. */
    public void stop() {
        if (running().isPresent()) {
            control("stop", "-w", "-m", "fast");
        }
    }

    /** Directory of the data. */
    public Path data() {
        return data;
    }

    /** What the server has to say is appended to it. */
    public Path log() {
        return log;
    }

    /** @return the postmaster on our data directory, if one is alive */
    public Optional<ProcessHandle> process() {
        return running().map(Postmaster::process);
    }

    /** Whether a server on our data holds our port and takes connections. */
    public boolean isReady() {
        return running()
                .filter(server -> server.port() == port && server.ready())
                .isPresent();
    }

    /** JDBC address for the superuser, with its password. */
    public String superuserUrl() {
        return "jdbc:postgresql://localhost:%d/postgres?user=%s&password=%s".formatted(port, SUPERUSER, password);
    }

    private Optional<Postmaster> running() {
        return Postmaster.on(data);
    }

    private void initialise() {
        Path draft = data.resolveSibling(data.getFileName() + ".initialising");
        try {
            Files.createDirectories(data.getParent());
            DirectoryTree.delete(draft);
            Path passwordFile = Files.createTempFile(
                    data.getParent(),
                    "password",
                    ".txt",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, password);
                initialise(draft, passwordFile);
            } finally {
                Files.delete(passwordFile);
            }
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void initialise(Path directory, Path passwordFile) {
        run(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + directory,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    }

    /**
     * After a kill -9 of the postmaster its children need a moment to notice, and a lock file is left. PostgreSQL sees
     * through that by itself unless the number in the file is a zombie's or has been given to another process.
     */
    private void removeLeftovers() {
        Path lockFile = data.resolve("postmaster.pid");
        if (!Files.exists(lockFile)) {
            return;
        }
        long end = System.nanoTime() + ORPHANS.toNanos();
        while (Processes.anyWorkingIn(data)) {
            if (System.nanoTime() > end || !Processes.pause(Duration.ofMillis(100))) {
                return;
            }
        }
        try {
            Files.deleteIfExists(lockFile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void control(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("pg_ctl").toString(), "-D", data.toString(), "-t", "" + LIMIT.toSeconds()));
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own nobody is.
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        try {
            Program.run(whole, Map.of("LC_ALL", "C"), LIMIT.plusSeconds(5));
        } catch (ProgramFailed failed) {
            if (failed.output().startsWith("unshare:")) {
                throw new IllegalStateException(
                        "PostgreSQL does not run as root, and this system allows no user namespace (unshare -U). "
                                + "Run this as another user.",
                        failed);
            }
            throw failed;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }
}
