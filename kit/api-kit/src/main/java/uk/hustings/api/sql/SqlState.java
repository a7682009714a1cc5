package uk.hustings.api.sql;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;

/** What PostgreSQL says of a failure in five characters, whichever exception brings it. */
public final class SqlState {

    private SqlState() {}

    /** @return the first that the failure or one of its causes has */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // The driver's own exception comes through while a connection is made; Hibernate makes the other of it
            // later.
            String state = cause instanceof PgException refused
                    ? refused.getSqlState()
                    : cause instanceof SQLException refused ? refused.getSQLState() : null;
            if (state != null) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
