package uk.hustings.api.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a service waits for its database (ADR 0025). The owner of the schema, which migrates, is not limited. */
@ConfigMapping(prefix = "hustings.database")
public interface DatabaseConfig {

    /** How long one statement may take, waiting for locks included; PostgreSQL cancels it then. */
    @WithDefault("15S")
    Duration statementTimeout();

    /** How long a statement may wait for one lock. */
    @WithDefault("5S")
    Duration lockTimeout();

    /** How long a transaction may stay open without a statement; PostgreSQL ends the connection then. */
    @WithDefault("30S")
    Duration idleInTransactionTimeout();

    /** How long a request may wait for a connection of the pool, and a write for its turn before that. */
    @WithDefault("5S")
    Duration connectionWait();

    /** How many requests may wait for a connection at a time, and how many writes for their turn. */
    @WithDefault("256")
    int waiting();

    /** Connections of the pool that writes leave to reads. */
    @WithDefault("5")
    int keptForReads();

    /** How long a new connection may take to be accepted. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** A connection on which nothing has come for so long is given up: the server is gone or hangs. */
    @WithDefault("60S")
    Duration silenceTimeout();

    /** How long the readiness check waits for the database. */
    @WithDefault("800MS")
    Duration readinessTimeout();
}
