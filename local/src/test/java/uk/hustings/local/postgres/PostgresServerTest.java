package uk.hustings.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.hustings.local.process.Processes;

class PostgresServerTest {

    @TempDir
    static Path directory;

    private static PostgresServer server;

    @BeforeAll
    static void startsOnNewData() throws IOException {
        server = at(freePort());

        assertThat(server.start()).isEqualTo(PostgresServer.Start.NEW);
        assertThat(server.isReady()).isTrue();
    }

    @AfterAll
    static void stops() {
        server.stop();

        assertThat(server.process()).isEmpty();
    }

    @Test
    void aServerThatARunnerLeftIsAdopted() {
        long pid = server.process().orElseThrow().pid();

        assertThat(server.start()).isEqualTo(PostgresServer.Start.ADOPTED);
        assertThat(server.process().orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    void aServerOnAnotherPortIsMovedToOurs() throws Exception {
        PostgresServer moved = at(freePort());

        assertThat(moved.start()).isEqualTo(PostgresServer.Start.STARTED);
        assertThat(server.isReady()).isFalse();
        assertThat(server.start()).isEqualTo(PostgresServer.Start.STARTED);
    }

    @Test
    void whatWasConfirmedSurvivesAKillOfTheServer() throws SQLException {
        execute("create table kept as select 42 as answer");

        kill();

        assertThat(server.start()).isEqualTo(PostgresServer.Start.STARTED);
        assertThat(ask("select answer from kept")).isEqualTo("42");
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
    }

    @Test
    void childrenOfAKilledServerAreWaitedFor() throws Exception {
        String checkpointer = ask("select pid from pg_stat_activity where backend_type = 'checkpointer'");
        signal("STOP", checkpointer);
        kill();

        CompletableFuture<PostgresServer.Start> start = CompletableFuture.supplyAsync(server::start);
        Thread.sleep(6_000);
        assertThat(start).isNotDone();
        signal("CONT", checkpointer);

        assertThat(start.get()).isEqualTo(PostgresServer.Start.STARTED);
    }

    @Test
    void aLockFileWhoseNumberNowBelongsToAnotherProcessDoesNotHinder() throws Exception {
        Path lockFile = directory.resolve("data/postmaster.pid");
        String lock = Files.readString(lockFile);
        kill();
        Files.writeString(lockFile, ProcessHandle.current().pid() + lock.substring(lock.indexOf('\n')));

        assertThat(server.process()).isEmpty();
        assertThat(server.start()).isEqualTo(PostgresServer.Start.STARTED);
    }

    private static void kill() {
        ProcessHandle postmaster = server.process().orElseThrow();
        postmaster.destroyForcibly();
        assertThat(Processes.endsWithin(postmaster, Duration.ofSeconds(5))).isTrue();
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    private static PostgresServer at(int port) {
        return new PostgresServer(
                new PostgresBinaries(directory.resolve("programs/postgres")),
                directory.resolve("data"),
                directory.resolve("postgres.log"),
                port,
                "of-test");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
