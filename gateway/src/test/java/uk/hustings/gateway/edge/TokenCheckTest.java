package uk.hustings.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.hustings.gateway.FakeService;
import uk.hustings.gateway.GatewayTest;
import uk.hustings.gateway.Wire;
import uk.hustings.test.Tokens;

@QuarkusTest
class TokenCheckTest extends GatewayTest {

    private FakeService seats;

    @BeforeEach
    void aServiceBehind() {
        seats = FakeService.echoing(services.seatsUrl());
    }

    @AfterEach
    void stop() {
        seats.close();
    }

    @Test
    void whoComesWithoutATokenPassesForTheServiceToDecide() {
        given().get("/v1/seats").then().statusCode(200);
    }

    @Test
    void aGoodTokenPassesAndTheServiceSeesIt() {
        String token = Tokens.nationalOrganiser();

        given().header("Authorization", "Bearer " + token)
                .get("/v1/seats")
                .then()
                .statusCode(200)
                .body("headers.authorization", equalTo("Bearer " + token));
    }

    static Stream<Arguments> badCredentials() {
        Tokens hq = Tokens.of("hq").role("national-organiser");
        String good = Tokens.nationalOrganiser();
        return Stream.of(
                Arguments.of("expired", "Bearer " + Tokens.of("hq").expired().sign()),
                Arguments.of(
                        "wrong audience",
                        "Bearer " + Tokens.of("hq").meantFor("account").sign()),
                Arguments.of(
                        "wrong issuer",
                        "Bearer "
                                + Tokens.of("hq")
                                        .issuedBy("https://elsewhere.test/realms/hustings")
                                        .sign()),
                Arguments.of("alg none", "Bearer " + hq.unsigned()),
                Arguments.of("signature cut off", "Bearer " + good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("signature of another", "Bearer " + good.substring(0, good.length() - 8) + "AAAAAAAA"),
                Arguments.of("garbage", "Bearer garbage"),
                Arguments.of("three parts of garbage", "Bearer a.b.c"),
                Arguments.of("empty", "Bearer "),
                Arguments.of("another scheme", "Basic aHE6aHVzdGluZ3M="));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCredentials")
    void aTokenThatNoServiceWouldAcceptIsTurnedAwayAtTheDoor(String fault, String credentials) {
        given().header("Authorization", credentials)
                .get("/v1/seats")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void twoTokensAreNone() throws IOException {
        String token = "Authorization: Bearer " + Tokens.nationalOrganiser();

        assertThat(Wire.ask(gateway, "GET /v1/seats HTTP/1.1", token, token)).startsWith("HTTP/1.1 401 ");
    }
}
