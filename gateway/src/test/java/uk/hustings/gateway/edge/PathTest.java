package uk.hustings.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;

@QuarkusTest
class PathTest extends GatewayTest {

    private FakeService seats;

    @BeforeEach
    void aServiceThatWouldAnswerAnything() {
        seats = FakeService.echoing(services.seatsUrl());
    }

    @AfterEach
    void stop() {
        seats.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/seats%2FE14000653",
                "/v1/seats/%5c..%5cinternal",
                "/v1//seats",
                "//v1/seats",
                "/v1/seats/../../internal/seats",
                "/v1/seats/%2e%2e/%2e%2e/internal/seats",
                "/v1/seats/..;/..;/internal/seats",
                "/v1/seats;a=b",
                "/v1/seats/%00",
                "/v1/seats/%zz",
                "/v1/seats\\..\\internal",
                "/v1/seats/{x}",
                "/v1/seats?q=%0d%0a",
                "http://elsewhere/v1/seats",
                "v1/seats",
                "*"
            })
    void anOddPathIsRefusedBeforeAnythingElse(String target) throws IOException {
        String answer = Wire.ask(gateway, "GET " + target + " HTTP/1.1", "Authorization: Bearer garbage");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"/problems/bad-path\"")
                .containsIgnoringCase("x-request-id: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/seats",
                "/%69nternal/seats",
                "/internal",
                "/v1/internal/seats",
                "/q/openapi",
                "/q/dev",
                "/q",
                "/v1",
                "/openapi-ui/index.html",
                "/v2/seats"
            })
    void whatIsInsideStaysInside(String path) throws IOException {
        assertThat(Wire.ask(gateway, "GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 404 ")
                .contains("application/problem+json", "\"/problems/not-found\"");
    }

    @Test
    void aPathReachesItsServiceInItsOneSpelling() throws IOException {
        assertThat(Wire.ask(gateway, "GET /v1/%73eats/m%c3%b4n?q=a%20b HTTP/1.1"))
                .contains("\"uri\":\"/v1/seats/m%C3%B4n?q=a%20b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND"})
    void aMethodThatNobodyOffersIsNotPassedOn(String method) throws IOException {
        assertThat(Wire.ask(gateway, method + " /v1/seats HTTP/1.1"))
                .startsWith("HTTP/1.1 405 ")
                .contains("\"/problems/method-not-allowed\"")
                .containsIgnoringCase("allow: GET");
    }

    @Test
    void aRefusalToAHeadHasNoBody() throws IOException {
        assertThat(Wire.ask(gateway, "HEAD /v1//seats HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-length: 1")
                .endsWith("\r\n\r\n");
    }

    @Test
    void aRequestForNoHostIsRefused() throws IOException {
        try (Wire wire = new Wire(gateway)) {
            wire.send("GET /v1/seats HTTP/1.1\r\n\r\n");

            assertThat(wire.readUntil("}")).startsWith("HTTP/1.1 400 ").contains("\"/problems/bad-path\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/sea\u0001ts", "/v1/seats?a=\u0007"})
    void aBareControlCharacterGoesNoFurther(String target) throws IOException {
        assertThat(Wire.ask(gateway, "GET " + target + " HTTP/1.1")).startsWith("HTTP/1.1 400 ");
    }
}
