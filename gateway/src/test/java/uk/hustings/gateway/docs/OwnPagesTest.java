package uk.hustings.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;
import uk.hustings.gateway.routes.domain.Service;

@QuarkusTest
class OwnPagesTest extends GatewayTest {

    @Test
    void theRootSaysWhereThingsAre() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("/openapi"))
                .body("docs", equalTo("/docs"))
                .body("paths", hasItems("/v1/seats", "/v1/polls", "/v1/campaign"));
    }

    @Test
    void theDocumentsOfTheServicesAreServedAsOne() {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), serving(Service.SEATS));
                FakeService polls = FakeService.answering(services.pollsUrl(), serving(Service.POLLS));
                FakeService campaign = FakeService.answering(services.campaignUrl(), serving(Service.CAMPAIGN))) {
            given().get("/openapi")
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("openapi", equalTo("3.0.3"))
                    .body("paths.size()", equalTo(3));
            given().get("/openapi.yaml")
                    .then()
                    .statusCode(200)
                    .contentType("application/yaml")
                    .body(containsString("operationId: listSeats"));
        }
        given().get("/openapi").then().statusCode(200).body("paths.size()", equalTo(3));
    }

    @Test
    void theBrowsableDocumentsNeedNothingFromElsewhere() {
        given().get("/docs")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("swagger-ui-bundle.js"))
                .body(not(containsString("http")));
        given().get("/docs/start.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .body(containsString("'/openapi'"))
                .body(containsString("clientId: 'hustings-web'"));
        given().get("/docs/swagger-ui.css").then().statusCode(200).contentType("text/css");
        given().get("/docs/oauth2-redirect.html").then().statusCode(200).contentType("text/html");
        String script = given().get("/docs/swagger-ui-bundle.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .extract()
                .asString();
        assertThat(script).contains("SwaggerUIBundle").hasSizeGreaterThan(1_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemLeadsToItsPage(ProblemType type) {
        given().get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<h1>" + type.title() + "</h1>"));
        given().accept("text/markdown")
                .get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/markdown")
                .body(containsString("# " + type.title()));
    }

    @Test
    void allProblemsAreListed() {
        given().get("/problems")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(ProblemType.values().length))
                .body("items.type", hasItems("/problems/party-locked"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems/nothing-of-ours", "/docs/nothing.js", "/problems/bad-path/more", "/docs/index.html"})
    void aPageThatIsNotThereIsAProblem(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aPageIsReadNotWritten() {
        given().post("/problems/not-found")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void aReaderWhoHasThePageIsToldSo() {
        String tag = given().get("/problems/not-found").then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/problems/not-found")
                .then()
                .statusCode(304)
                .body(equalTo(""));
    }

    @Test
    void aHeadHasTheHeadersOfThePageAndNoMore() throws IOException {
        assertThat(Wire.ask(gateway, "HEAD /problems/not-found HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-type: text/html")
                .endsWith("\r\n\r\n");
    }

    @Test
    void aPageIsCompressedForWhoWantsIt() throws IOException {
        assertThat(Wire.ask(gateway, "GET /docs/swagger-ui-bundle.js HTTP/1.1", "Accept-Encoding: gzip"))
                .containsIgnoringCase("content-encoding: gzip")
                .hasSizeLessThan(600_000);
    }

    @Test
    void healthAndMetricsAreTheGatewaysOwn() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/v1/seats/E14000653").then().statusCode(503);
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("uri=\"/v1/seats\""))
                .body(not(containsString("E14000653")));
    }

    private static Handler<HttpServerRequest> serving(Service service) {
        return request -> {
            if (request.uri().equals("/q/openapi?format=json")) {
                request.response().end(Documents.all().get(service));
            } else {
                request.response().setStatusCode(404).end();
            }
        };
    }
}
