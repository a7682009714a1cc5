package uk.hustings.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A service that was started while Keycloak was down: it lets nobody in, says why, and fails at nothing. A service's tests
 * extend this and {@link Profile}.
 */
public abstract class KeycloakAway {

    private static final String TOKEN = "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.e30.AAAA";

    private final String read;
    private final String write;

    /**
     * @param read a GET operation
     * @param write a POST operation with a JSON body
     */
    protected KeycloakAway(String read, String write) {
        this.read = read;
        this.write = write;
    }

    /** Without the resources of all other tests: the key to check tokens with comes from nowhere. */
    public abstract static class Profile implements QuarkusTestProfile {

        private final String service;
        private final List<TestResourceEntry> others;

        /** @param others resources that the service needs as well */
        protected Profile(String service, TestResourceEntry... others) {
            this.service = service;
            this.others = List.of(others);
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            List<TestResourceEntry> all = new ArrayList<>(others);
            all.add(new TestResourceEntry(RealPostgres.class, Map.of("service", service, "keycloak", "away")));
            return all;
        }
    }

    @Test
    void aTokenThatCannotBeCheckedIsA503ThatSaysWhenToTryAgain() {
        given().header("Authorization", TOKEN)
                .get(read)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-ready"));
        given().header("Authorization", TOKEN)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post(write)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-ready"));
    }

    @Test
    void aTokenThatIsNoneIsA401() {
        given().header("Authorization", "Bearer ..")
                .get(read)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void whoSendsNoTokenIsAskedForOne() {
        given().header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post(write)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }
}
