package uk.hustings.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;

@QuarkusTest
class StreamTest extends GatewayTest {

    @Test
    void everyEventArrivesWhenItIsSentAndTheStreamOutlivesThePatienceForSilence() throws Exception {
        CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> {
                    HttpServerResponse response =
                            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
                    response.write("data: 0\n\n");
                    stream.complete(response);
                });
                Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/seats/events HTTP/1.1\r\nHost: gateway\r\n\r\n");
            assertThat(wire.readUntil("data: 0\n\n")).contains("text/event-stream");
            for (int i = 1; i <= 3; i++) {
                Thread.sleep(500);
                long sent = System.nanoTime();
                stream.get(5, TimeUnit.SECONDS).write("data: " + i + "\n\n");
                wire.readUntil("data: " + i + "\n\n");

                assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent))
                        .isLessThan(300);
            }
        }
    }

    @Test
    void aListenerThatLeavesEndsTheStreamBehind() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> {
            request.connection().closeHandler(closed::complete);
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: 0\n\n");
        })) {
            try (Wire wire = new Wire(gateway)) {
                wire.send("GET /v1/seats/events HTTP/1.1\r\nHost: gateway\r\n\r\n");
                wire.readUntil("data: 0\n\n");
            }
            closed.get(500, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aServiceThatDiesEndsTheStreamInFront() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            try (FakeService seats = FakeService.answering(
                    services.seatsUrl(),
                    request -> request.response().setChunked(true).write("data: 0\n\n"))) {
                wire.send("GET /v1/seats/events HTTP/1.1\r\nHost: gateway\r\n\r\n");
                wire.readUntil("data: 0\n\n");
            }

            assertThat(wire.readToEnd()).doesNotContain("\r\n0\r\n");
        }
    }
}
