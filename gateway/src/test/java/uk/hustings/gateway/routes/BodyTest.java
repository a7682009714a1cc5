package uk.hustings.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;

@QuarkusTest
class BodyTest extends GatewayTest {

    private static final int MIB = 1 << 20;

    @Test
    void aBodyOfOneMebibytePasses() {
        try (FakeService campaign = FakeService.echoing(services.campaignUrl())) {
            given().body(new byte[MIB])
                    .post("/v1/campaign/a")
                    .then()
                    .statusCode(200)
                    .body("bytes", equalTo(MIB));
        }
    }

    @Test
    void aBodyThatSaysItHasMoreIsRefusedBeforeItIsSent() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + (MIB + 1) + "\r\n\r\n");

            assertThat(wire.readUntil("MiB"))
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("connection: close")
                    .contains("\"/problems/body-too-large\"");
        }
    }

    @Test
    void twoMebibytesWithALengthAreAnsweredEvenToAClientThatReadsOnlyAfterwards() {
        given().body(new byte[2 * MIB])
                .post("/v1/campaign/a")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void evenAClientThatWantsTheConnectionClosedGetsToReadWhy() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: " + 2 * MIB
                    + "\r\n\r\n");
            wire.send("x".repeat(2 * MIB));

            assertThat(wire.readToEnd())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("1 MiB")
                    .doesNotContain("<reset>");
        }
    }

    @Test
    void twoMebibytesInPiecesAreCutOffAndTheServiceSeesThatTheyAreNotAll() throws Exception {
        CompletableFuture<Throwable> cut = new CompletableFuture<>();
        try (FakeService campaign = FakeService.answering(services.campaignUrl(), request -> {
                    request.handler(piece -> {});
                    request.endHandler(end -> cut.complete(null));
                    request.exceptionHandler(cut::complete);
                });
                Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n\r\n");
            String piece = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 32; i++) {
                wire.send(piece);
            }
            wire.send("0\r\n\r\n");

            assertThat(wire.readToEnd())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"/problems/body-too-large\"")
                    .doesNotContain("<reset>");
            assertThat(cut.get(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void anImportMayHaveSixtyFourMebibytes() {
        try (FakeService polls = FakeService.echoing(services.pollsUrl())) {
            given().body(new byte[8 * MIB])
                    .post("/v1/polls/imports")
                    .then()
                    .statusCode(200)
                    .body("bytes", equalTo(8 * MIB));
        }
    }

    @Test
    void anImportOfMoreIsRefused() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/polls/imports HTTP/1.1\r\nHost: gateway\r\nContent-Length: " + (64 * MIB + 1)
                    + "\r\n\r\n");

            assertThat(wire.readUntil("64 MiB")).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOn() throws IOException {
        try (FakeService campaign = FakeService.echoing(services.campaignUrl());
                Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: 5\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(wire.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            wire.send("hello");

            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 200 ").contains("\"bytes\":5");
        }
    }

    @Test
    void aConnectionWhoseBodyWasRefusedUnreadServesTheNextRequest() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            for (int i = 0; i < 2; i++) {
                wire.send("POST /nowhere HTTP/1.1\r\nHost: gateway\r\nContent-Length: 5\r\n\r\nhello");

                assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 404 ");
            }
        }
    }

    @Test
    void aClientThatDiesWhileSendingTakesTheRequestWithIt() throws Exception {
        CompletableFuture<Throwable> gone = new CompletableFuture<>();
        try (FakeService campaign = FakeService.answering(services.campaignUrl(), request -> {
            request.handler(piece -> {});
            request.exceptionHandler(gone::complete);
        })) {
            try (Wire wire = new Wire(gateway)) {
                wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000\r\n\r\nhello");
                Thread.sleep(200);
            }
            assertThat(gone.get(5, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aServiceThatAnswersBeforeItHasReadAllIsHeard() throws IOException {
        try (FakeService campaign = FakeService.answering(services.campaignUrl(), request -> {
                    request.pause();
                    request.response().setStatusCode(403).end("no");
                });
                Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/campaign/a HTTP/1.1\r\nHost: gateway\r\nContent-Length: 1000000\r\n\r\nx");
            assertThat(wire.readUntil("\r\n\r\nno")).startsWith("HTTP/1.1 403 ");
            wire.send("x".repeat(999_999));
            wire.send("GET /nowhere HTTP/1.1\r\nHost: gateway\r\n\r\n");

            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void aBodyWithTwoLengthsIsRefused() throws IOException {
        assertThat(Wire.ask(gateway, "POST /v1/campaign/a HTTP/1.1", "Content-Length: 5", "Content-Length: 6"))
                .startsWith("HTTP/1.1 400 ");
    }
}
