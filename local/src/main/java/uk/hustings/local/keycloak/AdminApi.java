package uk.hustings.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's administration of one realm over HTTP, as the bootstrap administrator. */
public final class AdminApi {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI realm;
    private final String token;

    private AdminApi(URI server, String realm, Map<String, String> login) {
        this.realm = server.resolve("/admin/realms/" + realm);
        String form = login.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        this.token = send(request).get("access_token").asText();
    }

    /** Logs in; the login holds for a minute, which is enough for a few dozen calls. */
    public static AdminApi login(URI server, String realm, String user, String password) {
        return new AdminApi(
                server,
                realm,
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password));
    }

    /** @param path below the realm */
    public JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    /** @param path below the realm */
    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(realm + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("Keycloak answered %s %s with %d: %s"
                        .formatted(request.method(), request.uri().getPath(), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Keycloak was asked", interrupted);
        }
    }
}
