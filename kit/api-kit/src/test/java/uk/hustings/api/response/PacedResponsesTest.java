package uk.hustings.api.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacedResponsesTest {

    private static final int SLICES = 400;
    private static final int LENGTH = SLICES * PacedBody.SLICE_BYTES;

    private record Config(
            int maxOpen,
            int maxOpenPerCaller,
            int maxStreams,
            int maxStreamsPerCaller,
            MemorySize maxBytes,
            MemorySize maxBytesPerCaller,
            Duration stallTimeout,
            boolean trustForwardedFor)
            implements ResponseLimitsConfig {}

    private static final MemorySize PLENTY = new MemorySize(BigInteger.valueOf(1L << 30));

    private final Config config = new Config(9, 9, 9, 9, PLENTY, PLENTY, Duration.ofSeconds(1), true);
    private final ResponseLimits limits = new ResponseLimits(config);
    private final PacedResponses responses = new PacedResponses(limits, new CallerKey(config), config);
    private final AtomicInteger made = new AtomicInteger();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            PacedBody body = new PacedBody(
                    Multi.createFrom().range(0, SLICES).map(n -> {
                        made.incrementAndGet();
                        return Buffer.buffer(new byte[PacedBody.SLICE_BYTES]);
                    }),
                    LENGTH,
                    PacedBody.WINDOW_BYTES);
            responses.reserve(context, body);
            responses.send(context, body);
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aClientThatReadsGetsAll() throws IOException {
        try (Socket client = client()) {
            int left = LENGTH;
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = client.getInputStream().read(buffer);
                assertThat(read).isPositive();
                left -= read;
            }
        }
        awaitThat(() -> limits.bytes() == 0);
    }

    @Test
    void noMoreIsMadeThanTheClientTakes() throws IOException {
        try (Socket client = client()) {
            awaitThat(() -> made.get() > 0);
            pause();
            assertThat(made).hasValueLessThan(SLICES);
            assertThat(limits.bytes()).isEqualTo(PacedBody.WINDOW_BYTES);
        }
    }

    @Test
    void whoReadsNothingLosesTheConnectionAndWhatWasHeldIsGivenBack() throws IOException {
        try (Socket client = client()) {
            awaitThat(() -> limits.bytes() > 0);
            awaitThat(() -> limits.bytes() == 0);
            assertThat(made).hasValueLessThan(SLICES);
        }
    }

    @Test
    void whatIsHeldIsGivenBackWhenTheClientLeaves() throws IOException {
        try (Socket client = client()) {
            awaitThat(() -> limits.bytes() > 0);
        }
        awaitThat(() -> limits.bytes() == 0);
    }

    private Socket client() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", server.actualPort()));
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitThat(BooleanSupplier fact) {
        Instant end = Instant.now().plusSeconds(10);
        while (!fact.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
