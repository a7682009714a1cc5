package uk.hustings.seats;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import uk.hustings.test.KeycloakAway;

@QuarkusTest
@TestProfile(KeycloakAwayTest.SeatsAlone.class)
class KeycloakAwayTest extends KeycloakAway {

    public static class SeatsAlone extends KeycloakAway.Profile {

        public SeatsAlone() {
            super("seats");
        }
    }

    KeycloakAwayTest() {
        super("/v1/seats", "/v1/elections/imports");
    }

    @Test
    void factsAreReadAsEverAndFollowedByServices() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/v1/seats").then().statusCode(200);
        given().get("/internal/seats").then().statusCode(200);
        given().get("/internal/standings?party=lab").then().statusCode(200);
    }
}
