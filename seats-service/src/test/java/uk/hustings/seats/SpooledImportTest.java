package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import uk.hustings.test.Tokens;

/**
 * What becomes of the body of an import on its way in. Service and test are one process, so that the files that the
 * service holds open, which have no names, can be counted.
 */
@QuarkusTest
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells which files a process holds open")
class SpooledImportTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HEADER = "code,name,colour,lineage\n";

    @TestHTTPResource
    URI service;

    @BeforeEach
    void importRealData() {
        Imported.once();
        awaitSpooledBodies(0);
    }

    @AfterEach
    void noFileStays() {
        awaitSpooledBodies(0);
    }

    @Test
    void theBodyLiesInAFileOnlyUntilItIsAnswered() throws IOException {
        try (Wire wire = new Wire()) {
            wire.send(importing(Tokens.nationalOrganiser(), newKey()) + "Transfer-Encoding: chunked\r\n\r\n");
            wire.sendChunk(HEADER);
            awaitSpooledBodies(1);
            wire.sendChunk("spooled,Spooled,#123ABC,\n");
            wire.sendChunk("");

            assertThat(wire.answer()).startsWith("HTTP/1.1 201").contains("\"created\":1");
            awaitSpooledBodies(0);
        }
    }

    @Test
    void aSenderWhoHangsUpInTheMiddleLeavesNothing() throws IOException {
        String key = newKey();
        String csv = HEADER + "hung-up,Hung up,#123ABC,\n";
        try (Wire wire = new Wire()) {
            wire.send(importing(Tokens.nationalOrganiser(), key)
                    + "Content-Length: %d\r\n\r\n".formatted(csv.length() + 1000)
                    + csv);
            awaitSpooledBodies(1);
        }
        awaitSpooledBodies(0);
        try (Wire wire = new Wire()) {
            wire.send(importing(Tokens.nationalOrganiser(), key) + "Transfer-Encoding: chunked\r\n\r\n");
            wire.sendChunk(csv);
            awaitSpooledBodies(1);
        }
        awaitSpooledBodies(0);

        assertThat(get("/v1/parties").asString()).doesNotContain("hung-up");
        try (Wire wire = new Wire()) {
            assertThat(wire.sendWhole(key, csv)).startsWith("HTTP/1.1 201").contains("\"created\":1");
        }
    }

    @Test
    void oneConnectionCarriesImportsRepeatsAndRefusals() throws IOException {
        String key = newKey();
        String csv = HEADER + "kept-alive,Kept alive,#123ABC,\n";
        try (Wire wire = new Wire()) {
            String first = wire.sendWhole(key, csv);
            String broken = wire.sendWhole(newKey(), HEADER + "x\n");
            String repeated = wire.sendWhole(key, csv);
            String another = wire.sendWhole(key, csv + "\n");
            String empty = wire.sendWhole(newKey(), "");

            assertThat(first).startsWith("HTTP/1.1 201").doesNotContain("idempotency-replayed: true");
            assertThat(broken).startsWith("HTTP/1.1 400").contains("/problems/broken-body");
            assertThat(repeated).startsWith("HTTP/1.1 201").containsIgnoringCase("idempotency-replayed: true");
            assertThat(bodyOf(repeated)).isEqualTo(bodyOf(first));
            assertThat(another).startsWith("HTTP/1.1 422").contains("/problems/idempotency-key-reused");
            assertThat(empty).startsWith("HTTP/1.1 400").contains("/problems/broken-body");
        }
    }

    @Test
    void whoMayNotImportIsRefusedBeforeAnythingIsWrittenToTheDisk() throws IOException {
        String length = "Content-Length: 1000000\r\n\r\n" + HEADER;
        assertRefusedUnread(importing(null, newKey()) + length, 401);
        assertRefusedUnread(importing(Tokens.of("nobody").sign(), newKey()) + length, 403);
        assertRefusedUnread(
                importing(Tokens.nationalOrganiser(), "").replaceAll("Idempotency-Key: \r\n", "") + length, 400);
    }

    @Test
    void whoAsksBeforeSendingIsToldToGoOn() throws IOException {
        String csv = HEADER + "asked,Asked,#123ABC,\n";
        try (Wire wire = new Wire()) {
            wire.send(importing(Tokens.nationalOrganiser(), newKey())
                    + "Expect: 100-continue\r\nContent-Length: %d\r\n\r\n".formatted(csv.length()));
            assertThat(wire.head()).startsWith("HTTP/1.1 100");
            wire.send(csv);
            assertThat(wire.answer()).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void aBodyInChunksMayHave64MebibytesAndNoMore() throws IOException {
        String mebibyte = "\n".repeat(1 << 20);
        try (Wire wire = new Wire()) {
            wire.send(importing(Tokens.nationalOrganiser(), newKey()) + "Transfer-Encoding: chunked\r\n\r\n");
            wire.sendChunk(HEADER + "large,Large,#123ABC,\n" + mebibyte.substring(46));
            for (int sent = 1; sent < 64; sent++) {
                wire.sendChunk(mebibyte);
            }
            wire.sendChunk("");
            assertThat(wire.answer()).startsWith("HTTP/1.1 201");

            wire.send(importing(Tokens.nationalOrganiser(), newKey()) + "Transfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent < 64; sent++) {
                wire.sendChunk(mebibyte);
            }
            wire.sendChunk("\n");
            assertThat(wire.answer())
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("connection: close")
                    .contains("/problems/body-too-large", "64 MiB");
        }
    }

    private void assertRefusedUnread(String request, int status) throws IOException {
        try (Wire wire = new Wire()) {
            wire.send(request);
            assertThat(wire.answer()).startsWith("HTTP/1.1 " + status);
            assertThat(spooledBodies()).isEmpty();
        }
    }

    private static String importing(String token, String key) {
        return "POST /v1/parties/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + (token == null ? "" : "Authorization: Bearer %s\r\n".formatted(token))
                + "Idempotency-Key: %s\r\n".formatted(key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String bodyOf(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static void awaitSpooledBodies(int count) {
        Instant end = Instant.now().plus(PATIENCE);
        while (spooledBodies().size() != count && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(spooledBodies()).hasSize(count);
    }

    private static List<String> spooledBodies() {
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.map(SpooledImportTest::target)
                    .filter(file -> file.contains("hustings-body-"))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** A connection that sends what no client would. */
    private final class Wire implements AutoCloseable {

        private final Socket socket;

        Wire() throws IOException {
            socket = new Socket(service.getHost(), service.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(UTF_8));
        }

        void sendChunk(String text) throws IOException {
            send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        String sendWhole(String key, String csv) throws IOException {
            send(importing(Tokens.nationalOrganiser(), key)
                    + "Content-Length: %d\r\n\r\n".formatted(csv.length())
                    + csv);
            return answer();
        }

        /** Status line and headers. */
        String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
                int next = in.read();
                assertThat(next).as("after %s", head).isNotNegative();
                head.write(next);
            }
            return head.toString(UTF_8);
        }

        /** Head and body; every answer here says how long it is. */
        String answer() throws IOException {
            String head = head();
            int length = head.toLowerCase()
                    .lines()
                    .filter(line -> line.startsWith("content-length: "))
                    .mapToInt(line -> Integer.parseInt(line.substring(16)))
                    .findFirst()
                    .orElseThrow();
            return head + new String(socket.getInputStream().readNBytes(length), UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
