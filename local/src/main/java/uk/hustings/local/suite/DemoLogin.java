package uk.hustings.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Logs demo users in by password, as only the demo's realm allows.
 *
 * @param tokenEndpoint of the realm
 */
public record DemoLogin(URI tokenEndpoint) {

    /** All demo users have it. */
    public static final String PASSWORD = "hustings";

    private static final String CLIENT = "hustings-demo";

    /** @throws SuiteFailure if Keycloak knows no such user, or does not answer */
    public String accessToken(String user) {
        String form = "grant_type=password&client_id=%s&username=%s&password=%s"
                .formatted(CLIENT, URLEncoder.encode(user, StandardCharsets.UTF_8), PASSWORD);
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new SuiteFailure("Keycloak gave no token for %s: %s"
                        .formatted(user, body.path("error_description").asText(answer.body())));
            }
            return body.get("access_token").asText();
        } catch (IOException unreachable) {
            throw new SuiteFailure("Keycloak does not answer at " + tokenEndpoint + ".", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted.", interrupted);
        }
    }
}
