package uk.hustings.gateway.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gateway was started while Keycloak was down. */
@QuarkusTest
@TestProfile(KeycloakAwayTest.NobodyAtKeycloak.class)
class KeycloakAwayTest {

    /** No other test resources: the realm's key comes from nowhere. */
    public static class NobodyAtKeycloak implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url", "http://localhost:1/realms/hustings",
                    "quarkus.log.level", "OFF",
                    "hustings.seats.url", "http://localhost:1");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void aTokenThatCannotBeCheckedIsA503AndNobodyBecomesAnonymous() {
        given().header("Authorization", "Bearer a.b.c")
                .get("/v1/seats")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-ready"));
    }

    @Test
    void whoComesWithoutATokenIsServedAsEver() {
        given().get("/v1/seats").then().statusCode(503).body("type", equalTo("/problems/upstream-unavailable"));
        given().get("/problems/not-ready").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }
}
