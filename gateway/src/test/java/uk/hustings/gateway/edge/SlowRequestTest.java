package uk.hustings.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;
import uk.hustings.test.Tokens;

/** The deadlines of the test configuration: headers 1 s, bodies 5 s, 16 KiB/s over 3 s. */
@QuarkusTest
class SlowRequestTest extends GatewayTest {

    private static final int PIECES_PER_SECOND = 10;

    @Test
    void headersThatDoNotArriveInTimeAreAnswered408AndTheConnectionIsClosed() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /docs HTTP/1.1\r\nHost: gateway\r\n");
            trickleHeaders(wire);

            assertThat(wire.readToEnd())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .containsIgnoringCase("x-request-id: ")
                    .contains("\"/problems/request-timeout\"");
        }
    }

    @Test
    void theDeadlineForHeadersHoldsForALaterRequestOfTheConnectionToo() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /nowhere HTTP/1.1\r\nHost: gateway\r\n\r\n");
            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 404 ");
            Thread.sleep(1_500);
            wire.send("GET /nowhere HTTP/1.1\r\nHost: gateway\r\n\r\n");
            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 404 ");

            wire.send("GET /docs HTTP/1.1\r\n");
            trickleHeaders(wire);

            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aConnectionThatNeverAsksIsClosed() throws Exception {
        try (Wire wire = new Wire(gateway)) {
            assertThat(wire.readToEnd()).isEmpty();
        }
    }

    /** All at the same time, or the test would take as long as all of them. */
    @Test
    void aBodyArrivesInTimeAndAtTheLeastRateOrIsRefused() throws Exception {
        String ordinary = "/v1/campaign/a";
        try (FakeService campaign = FakeService.echoing(services.campaignUrl());
                FakeService polls = FakeService.echoing(services.pollsUrl())) {
            Future<String> slow = upload(ordinary, 15, 4);
            Future<String> quickEnough = upload(ordinary, 17, 4);
            Future<String> tooLong = upload(ordinary, 32, 6);
            Future<String> longImport = upload("/v1/polls/imports.csv", 32, 6);

            assertThat(slow.get())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("access-control-allow-origin: https://map.example")
                    .containsIgnoringCase("connection: close")
                    .contains("16 KiB/s");
            assertThat(quickEnough.get()).startsWith("HTTP/1.1 200 ");
            assertThat(tooLong.get()).startsWith("HTTP/1.1 408 ").contains("within 5 seconds");
            assertThat(longImport.get()).startsWith("HTTP/1.1 200 ");
        }
    }

    /** By a caller of its own. */
    private Future<String> upload(String path, int kibibytesPerSecond, int seconds) {
        String token = Tokens.of("at-%d-for-%d-to-%s".formatted(kibibytesPerSecond, seconds, path))
                .sign();
        int piece = (kibibytesPerSecond << 10) / PIECES_PER_SECOND;
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Wire wire = new Wire(gateway)) {
                        wire.send("POST " + path + " HTTP/1.1\r\nHost: gateway\r\nOrigin: https://map.example\r\n"
                                + "Authorization: Bearer " + token + "\r\nConnection: close\r\nContent-Length: "
                                + piece * PIECES_PER_SECOND * seconds
                                + "\r\n\r\n");
                        trickle(wire, piece, seconds);
                        return wire.readToEnd();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                },
                task -> new Thread(task).start());
    }

    private static void trickleHeaders(Wire wire) throws IOException, InterruptedException {
        for (int i = 0; i < 15; i++) {
            try {
                wire.send("X-Slow: 1\r\n");
            } catch (SocketException closed) {
                return;
            }
            Thread.sleep(100);
        }
    }

    private static void trickle(Wire wire, int piece, int seconds) {
        long begun = System.nanoTime();
        try {
            for (int i = 1; i <= seconds * PIECES_PER_SECOND; i++) {
                wire.send("x".repeat(piece));
                long due = begun + i * 1_000_000_000L / PIECES_PER_SECOND;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
        } catch (IOException closed) {
            // Refused before its end.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
