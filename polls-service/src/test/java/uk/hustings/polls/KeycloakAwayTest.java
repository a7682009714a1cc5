package uk.hustings.polls;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.KeycloakAway;

@QuarkusTest
@TestProfile(KeycloakAwayTest.PollsAlone.class)
class KeycloakAwayTest extends KeycloakAway {

    public static class PollsAlone extends KeycloakAway.Profile {

        public PollsAlone() {
            super("polls", new TestResourceEntry(NoTokens.class));
        }
    }

    /** seats-service and campaign-service are there, and nobody who gives a service a token. */
    public static class NoTokens extends Upstreams {

        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = new HashMap<>(super.start());
            configuration.put("quarkus.oidc-client.auth-server-url", "http://localhost:1/realms/hustings");
            return configuration;
        }
    }

    KeycloakAwayTest() {
        super("/v1/polls", "/v1/polls/imports");
    }

    @Test
    void publicPollsAreReadByTheSeatsOfSeatsService() {
        Running.awaitThat(() -> given().get("/q/health/ready").statusCode() == 200);
        Running.awaitThat(() -> given().get("/v1/polls?seat=" + RealData.CREWE).statusCode() == 200);
        given().get("/internal/forecasts/latest?evidence=public").then().statusCode(200);
        given().get("/internal/forecasts/latest?evidence=internal").then().statusCode(401);
    }
}
