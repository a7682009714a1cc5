package uk.hustings.api.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @CsvSource({
        "40001,BUSY",
        "40P01,BUSY",
        "25P03,BUSY",
        "53300,BUSY",
        "55P03,BUSY",
        "57014,BUSY",
        "57P01,UNREACHABLE",
        "57P03,UNREACHABLE",
        "08006,UNREACHABLE"
    })
    void aStateThatPassesIsKnownWhoeverReportsIt(String state, DatabaseFailure expected) {
        assertThat(DatabaseFailure.of(new PgException("of the driver", "ERROR", state, "")))
                .contains(expected);
        assertThat(DatabaseFailure.of(new CompletionException(new SQLException("of Hibernate", state))))
                .contains(expected);
    }

    @Test
    void aFullPoolIsBusyWhicheverWayVertxSaysIt() {
        assertThat(DatabaseFailure.of(Future.failedFuture("Timeout").cause())).contains(DatabaseFailure.BUSY);
        assertThat(DatabaseFailure.of(new VertxException("Timeout waiting for connection", true)))
                .contains(DatabaseFailure.BUSY);
        assertThat(DatabaseFailure.of(new ConnectionPoolTooBusyException("256 wait")))
                .contains(DatabaseFailure.BUSY);
    }

    @Test
    void aLostConnectionIsUnreachable() {
        assertThat(DatabaseFailure.of(ClosedConnectionException.INSTANCE)).contains(DatabaseFailure.UNREACHABLE);
        assertThat(DatabaseFailure.of(new IllegalStateException(new ConnectException("refused"))))
                .contains(DatabaseFailure.UNREACHABLE);
        // What is written to a connection that the killed server has closed fails like this.
        assertThat(DatabaseFailure.of(new ClosedChannelException())).contains(DatabaseFailure.UNREACHABLE);
    }

    @Test
    void whatDoesNotPassIsNoneOfThem() {
        assertThat(DatabaseFailure.of(new SQLException("taken", "23505"))).isEmpty();
        assertThat(DatabaseFailure.of(new IllegalStateException("Timeout"))).isEmpty();
    }
}
