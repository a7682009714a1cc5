package uk.hustings.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersAsDocumentedTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String API = """
            {"openapi": "3.0.3", "info": {"title": "Seats", "version": "1"}, "paths": {"/v1/seats/{code}": {"get": {
              "parameters": [{"name": "code", "in": "path", "required": true, "schema": {"type": "string"}}],
              "responses": {
                "200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Seat"}}}},
                "404": {"description": "", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}},
                "default": {"description": "", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
             "components": {"schemas": {
               "Problem": {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}, "additionalProperties": true},
               "Result": {"type": "object", "required": ["winner"], "properties": {"winner": {"type": "string"}}},
               "Seat": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string"}, "pollingDay": {"type": "string", "format": "date", "nullable": true},
                 "result": {"type": "object", "nullable": true, "allOf": [{"$ref": "#/components/schemas/Result"}]}}}}}}
            """;

    private static HttpServer server;
    private static int status;
    private static String mediaType;
    private static String body;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean document = exchange.getRequestURI().getPath().equals("/q/openapi");
            byte[] answer = (document ? API : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", document ? "application/json" : mediaType);
            exchange.sendResponseHeaders(document ? 200 : status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | application/json         | {"name": "Exeter"}
            200 | application/json         | {"name": "Exeter", "pollingDay": "2010-05-06", "result": {"winner": "lab"}}
            200 | application/json         | {"name": "Exeter", "pollingDay": null, "result": null}
            404 | application/problem+json | {"type": "/problems/not-found", "detail": "No seat has this code."}
            401 | application/problem+json | {"type": "/problems/unauthenticated"}
            503 | application/problem+json | {"type": "/problems/upstream-unavailable"}
            """)
    void whatIsAsDocumentedPasses(int answerStatus, String answerType, String answer) {
        assertThat(ask("/v1/seats/E14000698", answerStatus, answerType, answer)).isEqualTo(answerStatus);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | application/json         | {"holder": "lab"}
            200 | application/json         | {"name": null}
            200 | application/json         | {"name": 7}
            200 | application/json         | {"name": "Exeter", "holder": "lab"}
            200 | application/json         | {"name": "Exeter", "pollingDay": "6 May 2010"}
            200 | application/json         | {"name": "Exeter", "result": {}}
            200 | application/json         | ''
            200 | text/html                | Exeter
            201 | application/json         | {"name": "Exeter"}
            404 | application/json         | {"type": "/problems/not-found"}
            404 | application/problem+json | {"title": "There is nothing here"}
            409 | application/problem+json | {"type": "/problems/already-recorded"}
            """)
    void whatIsNotAsDocumentedFails(int answerStatus, String answerType, String answer) {
        assertThatThrownBy(() -> ask("/v1/seats/E14000698", answerStatus, answerType, answer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/seats/E14000698 answers %d", answerStatus);
    }

    @Test
    void whatIsNotInTheDocumentMayOnlyBeRefused() {
        String problem = "{\"type\": \"/problems/not-found\"}";

        assertThat(ask("/v1/mps", 404, PROBLEM, problem)).isEqualTo(404);
        assertThatThrownBy(() -> ask("/v1/mps", 200, "application/json", "{}")).isInstanceOf(AssertionError.class);
        assertThat(ask("/q/health", 200, "application/json", "{}")).isEqualTo(200);
    }

    private static int ask(String path, int answerStatus, String answerType, String answer) {
        status = answerStatus;
        mediaType = answerType;
        body = answer;
        return RestAssured.given()
                .noFilters()
                .filter(new AnswersAsDocumented())
                .baseUri("http://localhost:" + server.getAddress().getPort())
                .get(path)
                .statusCode();
    }
}
