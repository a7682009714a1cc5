package uk.hustings.api.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class DatabaseReadyTest {

    @Test
    void aDatabaseThatAcceptsConnectionsAndNeverAnswersIsDownWithinASecond() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket hanging = new ServerSocket(0)) {
            DatabaseConfig config = new DatabaseLimits(5, 256, Duration.ofSeconds(5));
            DatabaseReady ready = new DatabaseReady(
                    vertx,
                    new DatabasePool(config),
                    config,
                    "postgresql://localhost:%d/test".formatted(hanging.getLocalPort()),
                    "user",
                    "password");

            for (int i = 0; i < 2; i++) {
                HealthCheckResponse answer = ready.call().await().atMost(Duration.ofSeconds(1));

                assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            }
            ready.close();
        } finally {
            vertx.close();
        }
    }
}
