package uk.hustings.api.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the service's pool, with a limit to every wait. The limits that PostgreSQL keeps travel with each connection. */
@Singleton
public class DatabasePool implements PgPoolCreator {

    private final DatabaseConfig config;

    DatabasePool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        List<SqlConnectOptions> servers = input.pgConnectOptionsList().stream()
                .<SqlConnectOptions>map(this::limited)
                .toList();
        PoolOptions size = new PoolOptions(input.poolOptions())
                .setConnectionTimeout((int) config.connectionWait().toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(config.waiting())
                // Idle connections go before they would be taken for silent ones, perhaps in the middle of a request.
                .setIdleTimeout((int) config.silenceTimeout().toMillis() / 2)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(size)
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    /** The same server, asked for no longer than the configuration says. */
    PgConnectOptions limited(PgConnectOptions server) {
        PgConnectOptions limited = new PgConnectOptions(server);
        limited.setConnectTimeout((int) config.connectTimeout().toMillis());
        limited.setIdleTimeout((int) config.silenceTimeout().toMillis());
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return limited.addProperty("statement_timeout", millis(config.statementTimeout()))
                .addProperty("lock_timeout", millis(config.lockTimeout()))
                .addProperty("idle_in_transaction_session_timeout", millis(config.idleInTransactionTimeout()));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
