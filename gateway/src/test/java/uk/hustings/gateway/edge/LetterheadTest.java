package uk.hustings.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;

@QuarkusTest
class LetterheadTest extends GatewayTest {

    private static final String PAGE = "https://map.example";

    @ParameterizedTest
    @CsvSource({
        "200,/v1/seats,",
        "403,/v1/seats/403,",
        "404,/nowhere,",
        "400,/v1/seats/%2F,",
        "401,/v1/seats,Bearer garbage",
        "503,/v1/campaign/access/me,",
        "200,/q/health/ready,"
    })
    void aPageOfAnAllowedOriginMayReadEveryAnswer(int status, String path, String credentials) {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> request.response()
                .setStatusCode(request.path().endsWith("403") ? 403 : 200)
                .putHeader("Access-Control-Allow-Origin", "*")
                .end("{}"))) {
            asked(credentials)
                    .header("Origin", PAGE)
                    .get(path)
                    .then()
                    .statusCode(status)
                    .header("Access-Control-Allow-Origin", PAGE)
                    .header("Access-Control-Expose-Headers", containsString("Idempotency-Replayed"))
                    .header("Access-Control-Expose-Headers", containsString("X-Request-Id"))
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Vary", containsString("origin"));
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedReadably() {
        given().header("Origin", PAGE)
                .body(new byte[2 << 20])
                .post("/v1/seats")
                .then()
                .statusCode(413)
                .header("Access-Control-Allow-Origin", PAGE);
    }

    @Test
    void aPageOfAnotherOriginMayNot() {
        given().header("Origin", "https://map.example.evil.example")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aBrowserThatAsksFirstIsAnsweredWithoutAServiceAndWithoutAToken() {
        given().header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/v1/campaign/seats/E14000653/contacts")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "http://localhost:3000")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"));
    }

    @Test
    void aBrowserThatAsksForAnotherOriginGetsNoPermission() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/seats")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void aRequestWithoutAnIdGetsOneAndTheServiceHearsIt() {
        try (FakeService seats = FakeService.answering(services.seatsUrl(), request -> request.response()
                .putHeader("X-Request-Id", "the-service-s-own")
                .end(request.getHeader("X-Request-Id")))) {
            var answer = given().get("/v1/seats")
                    .then()
                    .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                    .extract();

            org.assertj.core.api.Assertions.assertThat(answer.asString()).isEqualTo(answer.header("X-Request-Id"));
            org.assertj.core.api.Assertions.assertThat(answer.headers().getValues("X-Request-Id"))
                    .hasSize(1);
        }
    }

    @Test
    void aSaneIdIsKeptAndAnOddOneReplaced() {
        given().header("X-Request-Id", "map-42").get("/nowhere").then().header("X-Request-Id", equalTo("map-42"));
        given().header(new Header("X-Request-Id", "a b\tc"))
                .get("/nowhere")
                .then()
                .header("X-Request-Id", not(containsString(" ")));
    }

    private static RequestSpecification asked(String credentials) {
        RequestSpecification request = given().urlEncodingEnabled(false);
        return credentials == null ? request : request.header("Authorization", credentials);
    }
}
