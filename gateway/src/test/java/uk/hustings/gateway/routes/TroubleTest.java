package uk.hustings.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;

@QuarkusTest
class TroubleTest extends GatewayTest {

    @Test
    void aServiceThatIsDownIsA503ThatNamesNoHost() {
        given().get("/v1/polls")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/upstream-unavailable"))
                .body("detail", containsString("polls"))
                .body("detail", not(containsString("localhost")));
    }

    @Test
    void aServiceThatIsDownIsA503ToAWriteToo() {
        given().body(new byte[500_000]).post("/v1/polls/imports").then().statusCode(503);
    }

    @Test
    void aServiceThatComesBackIsFoundAgain() {
        given().get("/v1/polls").then().statusCode(503);
        try (FakeService polls = FakeService.echoing(services.pollsUrl())) {
            given().get("/v1/polls").then().statusCode(200);
        }
        given().get("/v1/polls").then().statusCode(503);
    }

    @Test
    void aServiceThatTakesTooLongIsA504AndIsNotWaitedForAnyMore() throws Exception {
        CompletableFuture<Void> dropped = new CompletableFuture<>();
        try (FakeService polls = FakeService.answering(
                services.pollsUrl(), request -> request.connection().closeHandler(dropped::complete))) {
            given().get("/v1/polls")
                    .then()
                    .statusCode(504)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/upstream-timeout"));

            dropped.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServiceThatTakesItsTimeButNotTooMuchIsWaitedFor() {
        try (FakeService polls = FakeService.answering(
                services.pollsUrl(),
                request -> FakeService.later(700, () -> request.response().end("late")))) {
            given().get("/v1/polls").then().statusCode(200).body(equalTo("late"));
        }
    }

    @Test
    void aServiceThatDropsTheConnectionIsA503() {
        try (FakeService polls =
                FakeService.speaking(services.pollsUrl(), socket -> socket.handler(asked -> socket.close()))) {
            given().get("/v1/polls").then().statusCode(503);
        }
    }

    @Test
    void aServiceThatSpeaksNonsenseIsA503() {
        try (FakeService polls = FakeService.speaking(
                services.pollsUrl(), socket -> socket.handler(asked -> socket.write("nonsense\r\n\r\n")))) {
            given().get("/v1/polls").then().statusCode(503);
        }
    }

    @Test
    void halfAnAnswerOfAnnouncedLengthIsNotPassedOffAsAWholeOne() throws IOException {
        try (FakeService polls = FakeService.speaking(
                services.pollsUrl(),
                socket -> socket.handler(asked -> {
                    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                    FakeService.later(100, socket::close);
                }))) {
            assertThat(Wire.ask(gateway, "GET /v1/polls HTTP/1.1"))
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-length: 100")
                    .contains("half");
        }
    }

    @Test
    void halfAnAnswerInPiecesIsNotPassedOffAsAWholeOne() throws IOException {
        try (FakeService polls = FakeService.speaking(
                        services.pollsUrl(),
                        socket -> socket.handler(asked -> {
                            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
                            FakeService.later(100, socket::close);
                        }));
                Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/polls HTTP/1.1\r\nHost: gateway\r\n\r\n");

            assertThat(wire.readToEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("half")
                    .doesNotContain("\r\n0\r\n");
        }
    }

    @Test
    void anAnswerThatStopsHalfWayIsCut() throws IOException {
        try (FakeService polls = FakeService.speaking(
                        services.pollsUrl(),
                        socket -> socket.handler(
                                asked -> socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")));
                Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/polls HTTP/1.1\r\nHost: gateway\r\n\r\n");

            assertThat(wire.readToEnd()).endsWith("half");
        }
    }

    @Test
    void aClientThatLeavesWhileAServiceThinksIsNotThoughtForAnyMore() throws Exception {
        CompletableFuture<Void> dropped = new CompletableFuture<>();
        try (FakeService polls = FakeService.answering(
                services.pollsUrl(), request -> request.connection().closeHandler(dropped::complete))) {
            try (Wire wire = new Wire(gateway)) {
                wire.send("GET /v1/polls HTTP/1.1\r\nHost: gateway\r\n\r\n");
                Thread.sleep(200);
            }
            dropped.get(500, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aClientThatStopsSendingIsCutAndNobodyElseIsBlamed() throws IOException {
        try (FakeService polls = FakeService.echoing(services.pollsUrl());
                Wire wire = new Wire(gateway)) {
            wire.send("POST /v1/polls/imports HTTP/1.1\r\nHost: gateway\r\nContent-Length: 100\r\n\r\nhello");

            assertThat(wire.readToEnd()).isEmpty();
        }
    }

    @Test
    void aClientThatSendsSlowlyIsWaitedFor() throws Exception {
        try (FakeService polls = FakeService.echoing(services.pollsUrl());
                Wire wire = new Wire(gateway)) {
            wire.send(
                    "POST /v1/polls/imports HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: 5\r\n\r\n");
            for (int i = 0; i < 5; i++) {
                Thread.sleep(400);
                wire.send("x");
            }

            assertThat(wire.readToEnd()).startsWith("HTTP/1.1 200 ").contains("\"bytes\":5");
        }
    }

    @Test
    void aHundredFailuresLeaveNothingBehindThatWouldStopTheNext() {
        try (FakeService polls =
                FakeService.speaking(services.pollsUrl(), socket -> socket.handler(asked -> socket.close()))) {
            for (int i = 0; i < 600; i++) {
                given().get("/v1/polls").then().statusCode(503);
            }
        }
        try (FakeService polls = FakeService.echoing(services.pollsUrl())) {
            given().get("/v1/polls").then().statusCode(200);
        }
    }
}
