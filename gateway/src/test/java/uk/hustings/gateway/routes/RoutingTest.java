package uk.hustings.gateway.routes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;

@QuarkusTest
class RoutingTest extends GatewayTest {

    @Test
    void everyServiceGetsItsOwnPaths() {
        try (FakeService seats = FakeService.echoing(services.seatsUrl());
                FakeService polls = FakeService.echoing(services.pollsUrl());
                FakeService campaign = FakeService.echoing(services.campaignUrl())) {
            assertThat(portBehind("/v1/rankings?party=lab"))
                    .isEqualTo(services.seatsUrl().getPort());
            assertThat(portBehind("/v1/polls.csv"))
                    .isEqualTo(services.pollsUrl().getPort());
            assertThat(portBehind("/v1/campaign/access/me"))
                    .isEqualTo(services.campaignUrl().getPort());
        }
    }

    @Test
    void methodBodyAndHeadersArriveAsTheyWereSent() {
        try (FakeService campaign = FakeService.echoing(services.campaignUrl())) {
            given().header("Idempotency-Key", "k-1")
                    .header("If-Match", "\"v3\"")
                    .contentType("application/json")
                    .body("{\"counts\":[]}")
                    .put("/v1/campaign/seats/E14000653/contacts?dry=true")
                    .then()
                    .statusCode(200)
                    .body("method", equalTo("PUT"))
                    .body("uri", equalTo("/v1/campaign/seats/E14000653/contacts?dry=true"))
                    .body("bytes", equalTo(13))
                    .body("headers.idempotency-key", equalTo("k-1"))
                    .body("headers.if-match", equalTo("\"v3\""));
        }
    }

    @Test
    void headersOfOneConnectionStayOnIt() throws IOException {
        try (FakeService seats = FakeService.echoing(services.seatsUrl());
                Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/seats HTTP/1.1\r\nHost: gateway\r\nConnection: X-Hop, Authorization\r\nX-Hop: a\r\n"
                    + "TE: trailers\r\nUpgrade: h2c\r\nKeep-Alive: 5\r\nProxy-Authorization: Basic x\r\n"
                    + "X-Stays: b\r\n\r\n");

            assertThat(wire.readUntil("\"bytes\":0"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"x-stays\":\"b\"")
                    .doesNotContain("\"x-hop\"", "\"te\"", "\"upgrade\"", "\"keep-alive\"", "\"proxy-authorization\"");
        }
    }

    @Test
    void requestsSentWithoutWaitingAreAnsweredInTheirOrder() throws IOException {
        try (FakeService seats = FakeService.echoing(services.seatsUrl());
                Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/seats/1 HTTP/1.1\r\nHost: gateway\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: gateway\r\n\r\n"
                    + "GET /v1/seats/2 HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n");

            assertThat(wire.readToEnd())
                    .containsSubsequence("/v1/seats/1", "HTTP/1.1 404 ", "HTTP/1.1 200 ", "/v1/seats/2");
        }
    }

    @Test
    void theServiceLearnsFromTheGatewayAloneWhereTheCallerIs() {
        try (FakeService seats = FakeService.echoing(services.seatsUrl())) {
            given().header("X-Forwarded-For", "10.9.8.7")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "for=10.9.8.7")
                    .get("/v1/seats")
                    .then()
                    .body("headers.x-forwarded-for", equalTo("127.0.0.1"))
                    .body("headers.x-forwarded-proto", equalTo("http"))
                    .body("headers.x-forwarded-host", equalTo("localhost:" + gateway.getPort()))
                    .body("headers", not(hasKey("forwarded")));
        }
    }

    @Test
    void theAnswerKeepsWhatTheServiceSaid() {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> request.response()
                .setStatusCode(409)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("ETag", "\"e1\"")
                .putHeader("Link", "</v1/seats?cursor=a>; rel=\"next\"")
                .putHeader("Server", "inside/1.0")
                .putHeader("Connection", "keep-alive, X-Hop")
                .putHeader("X-Hop", "a")
                .end("{\"type\":\"/problems/state-conflict\"}"))) {
            var answer = given().get("/v1/seats")
                    .then()
                    .statusCode(409)
                    .header("ETag", "\"e1\"")
                    .header("Link", "</v1/seats?cursor=a>; rel=\"next\"")
                    .body("type", equalTo("/problems/state-conflict"))
                    .extract();

            assertThat(answer.headers().hasHeaderWithName("Server")).isFalse();
            assertThat(answer.headers().hasHeaderWithName("X-Hop")).isFalse();
        }
    }

    @Test
    void optionsReachTheService() {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> request.response()
                .putHeader("Allow", request.method() + ", GET")
                .end())) {
            given().options("/v1/seats").then().statusCode(200).header("Allow", "OPTIONS, GET");
        }
    }

    @Test
    void headAnswersTheLengthWithoutTheBody() throws IOException {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> request.response()
                .putHeader("Content-Length", "1234")
                .end())) {
            String answer = Wire.ask(gateway, "HEAD /v1/seats HTTP/1.1");

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-length: 1234")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void a304HasNoBodyAndNoFramingOfOne() throws IOException {
        try (FakeService seats = FakeService.speaking(
                        services.seatsUrl(),
                        socket -> socket.handler(asked -> socket.write("HTTP/1.1 304 Not Modified\r\nETag: \"e1\"\r\n"
                                + "Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n")));
                Wire wire = new Wire(gateway)) {
            for (int i = 0; i < 2; i++) {
                wire.send("GET /v1/seats HTTP/1.1\r\nHost: gateway\r\nIf-None-Match: \"e1\"\r\n\r\n");

                assertThat(wire.readUntil("\r\n\r\n"))
                        .startsWith("HTTP/1.1 304 ")
                        .containsIgnoringCase("etag: \"e1\"")
                        .doesNotContainIgnoringCase("transfer-encoding")
                        .doesNotContainIgnoringCase("content-encoding")
                        .doesNotContainIgnoringCase("content-length");
            }
        }
    }

    @Test
    void aCompressedAnswerPassesAsItIsNamedOnce() throws IOException {
        try (FakeService seats = FakeService.speaking(
                services.seatsUrl(),
                socket -> socket.handler(asked -> socket.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                        + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")))) {
            String answer = Wire.ask(gateway, "GET /v1/seats HTTP/1.1");

            assertThat(answer).endsWith("\r\n\r\nabc");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT).split("content-encoding: gzip", -1))
                    .hasSize(2);
        }
    }

    private static int portBehind(String path) {
        return given().get(path).then().statusCode(200).extract().path("port");
    }
}
