package uk.hustings.local.bench.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.postgres.PostgresServer;
import uk.hustings.local.process.Processes;

/** Has PostgreSQL write down every statement for as long as something is done. */
final class StatementLog {

    /** The server's processes hear of new settings one by one, and write to the log in their own time. */
    private static final Duration UNTIL_HEARD = Duration.ofSeconds(1);

    private StatementLog() {}

    /** @return what PostgreSQL has logged meanwhile, each line behind {@link Transaction#LINE_PREFIX} */
    static String during(PostgresServer server, Runnable work) {
        try {
            long before = Files.size(server.log());
            set(
                    server,
                    "log_statement = 'all'",
                    "log_line_prefix = '" + Transaction.LINE_PREFIX + "'",
                    "log_parameter_max_length = -1");
            work.run();
            Processes.pause(UNTIL_HEARD);
            reset(server);
            byte[] log = Files.readAllBytes(server.log());
            return new String(log, (int) before, (int) (log.length - before), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void set(PostgresServer server, String... settings) {
        for (String setting : settings) {
            run(server, "alter system set " + setting);
        }
        run(server, "select pg_reload_conf()");
        Processes.pause(UNTIL_HEARD);
    }

    private static void reset(PostgresServer server) {
        run(server, "alter system reset all");
        run(server, "select pg_reload_conf()");
        Processes.pause(UNTIL_HEARD);
    }

    private static void run(PostgresServer server, String sql) {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new BenchFailed("PostgreSQL refused: " + refused.getMessage());
        }
    }
}
