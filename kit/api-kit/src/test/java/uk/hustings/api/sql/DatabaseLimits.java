package uk.hustings.api.sql;

import java.time.Duration;

/** Settings of the database, of which a test chooses those that it is about. */
public record DatabaseLimits(int keptForReads, int waiting, Duration connectionWait) implements DatabaseConfig {

    @Override
    public Duration statementTimeout() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration lockTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration idleInTransactionTimeout() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration connectTimeout() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration silenceTimeout() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Duration readinessTimeout() {
        return Duration.ofMillis(200);
    }
}
