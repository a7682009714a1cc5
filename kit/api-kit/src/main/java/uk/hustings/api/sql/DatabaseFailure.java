package uk.hustings.api.sql;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Failures of the database that pass, so that the same request can be sent again. */
public enum DatabaseFailure {

    /** Connection lost, reset or refused, or a server that is starting or stopping. */
    UNREACHABLE,

    /** A limit of waiting was reached, or PostgreSQL chose this transaction to end a deadlock. */
    BUSY;

    /**
     * Serialisation failure, deadlock, idle in a transaction for too long, too many connections, lock not available,
     * statement cancelled by its timeout.
     */
    private static final Set<String> BUSY_STATES = Set.of("40001", "40P01", "25P03", "53300", "55P03", "57014");

    /** What Vert.x says when no connection became free in time; it has no class for it. */
    private static final Set<String> NO_CONNECTION = Set.of("Timeout", "Timeout waiting for connection");

    /** Empty if it is no passing failure of the database. */
    public static Optional<DatabaseFailure> of(Throwable failure) {
        Optional<String> state = SqlState.of(failure);
        if (state.filter(BUSY_STATES::contains).isPresent() || anyCause(failure, DatabaseFailure::isPoolFull)) {
            return Optional.of(BUSY);
        }
        boolean gone = anyCause(failure, DatabaseFailure::isLostConnection);
        return gone || state.filter(code -> code.matches("(08|57P).*")).isPresent()
                ? Optional.of(UNREACHABLE)
                : Optional.empty();
    }

    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof ClosedConnectionException
                || cause instanceof SocketException
                || cause instanceof ClosedChannelException;
    }

    private static boolean isPoolFull(Throwable cause) {
        return cause instanceof ConnectionPoolTooBusyException
                || cause.getClass().getName().startsWith("io.vertx.") && NO_CONNECTION.contains(cause.getMessage());
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> condition) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (condition.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
