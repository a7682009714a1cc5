package uk.hustings.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The loader's own access token, fetched anew before it expires. */
final class ServiceToken {

    /** The realm's access tokens live five minutes. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(4);

    private final HttpClient http;
    private final LoaderSettings settings;
    private String token;
    private long fetchedAt;

    ServiceToken(HttpClient http, LoaderSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    String value() throws IOException, InterruptedException {
        if (token == null || System.nanoTime() - fetchedAt > GOOD_FOR.toNanos()) {
            fetchedAt = System.nanoTime();
            token = fetch();
        }
        return token;
    }

    private String fetch() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(settings.tokenEndpoint())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", settings.clientId(),
                        "client_secret", settings.clientSecret()))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode accessToken = answer.statusCode() == 200
                ? new ObjectMapper().readTree(answer.body()).get("access_token")
                : null;
        if (accessToken == null) {
            throw new LoadRefused("No token for the client %s: %s answered %d %s"
                    .formatted(settings.clientId(), settings.tokenEndpoint(), answer.statusCode(), answer.body()));
        }
        return accessToken.asText();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
