package uk.hustings.local.keycloak;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A Keycloak that runs with the demo's and the tests' overlay, as its clients see it. */
final class RunningKeycloak {

    /** Of every demo user. */
    private static final String PASSWORD = "hustings";

    private static final Duration ADMIN_LOGIN_HOLDS = Duration.ofSeconds(40);

    private final URI url;
    private final String adminPassword;
    private final UnaryOperator<String> secretOf;
    private String adminToken;
    private Instant adminLogin = Instant.EPOCH;

    /**
     * @param url without a path
     * @param secretOf secret by client id
     */
    RunningKeycloak(URI url, String adminPassword, UnaryOperator<String> secretOf) {
        this.url = url;
        this.adminPassword = adminPassword;
        this.secretOf = secretOf;
    }

    /** What a token says. */
    record Claims(JsonNode json) {

        List<String> texts(String pointer) {
            JsonNode claim = json.at(pointer);
            List<String> texts = new ArrayList<>();
            if (claim.isTextual()) {
                texts.add(claim.asText());
            }
            claim.elements().forEachRemaining(text -> texts.add(text.asText()));
            return texts;
        }

        List<String> realmRoles() {
            return texts("/realm_access/roles");
        }

        List<String> apiRoles() {
            return texts("/resource_access/hustings-api/roles");
        }

        long secondsToLive() {
            return json.get("exp").asLong() - json.get("iat").asLong();
        }
    }

    String issuer() {
        return url + "/realms/hustings";
    }

    String tokenOf(String user) {
        return tokenOf(user, "hustings-demo");
    }

    String tokenOf(String user, String client) {
        return login(user, client).then().statusCode(200).extract().path("access_token");
    }

    Response login(String user, String client) {
        return given().formParams(
                        Map.of("grant_type", "password", "client_id", client, "username", user, "password", PASSWORD))
                .post(issuer() + "/protocol/openid-connect/token");
    }

    String tokenOfService(String client) {
        return loginOfService(client, secretOf.apply(client))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    Response loginOfService(String client, String secret) {
        return given().formParams(
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret))
                .post(issuer() + "/protocol/openid-connect/token");
    }

    /** Administration of the realm with the rights of whoever the token was given to. */
    RequestSpecification administrationBy(String token) {
        return given().baseUri(url + "/admin/realms/hustings")
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    RequestSpecification administrationByAdmin() {
        if (Instant.now().isAfter(adminLogin.plus(ADMIN_LOGIN_HOLDS))) {
            adminLogin = Instant.now();
            adminToken = given().formParams(Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            "admin-cli",
                            "username",
                            KeycloakServer.ADMIN,
                            "password",
                            adminPassword))
                    .post(url + "/realms/master/protocol/openid-connect/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
        }
        return administrationBy(adminToken);
    }

    static Claims claimsOf(String token) {
        try {
            return new Claims(new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
