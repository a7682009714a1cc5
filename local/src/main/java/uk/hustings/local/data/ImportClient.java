package uk.hustings.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sends imports through the gateway. What fails for the moment is sent again with the same key until the patience is
 * over; a refusal is final.
 */
final class ImportClient {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(120);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ERRORS_TOLD = 10;
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(429, 502, 503, 504);
    private static final String IN_FLIGHT = "/problems/idempotency-key-in-flight";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final LoaderSettings settings;
    private final ServiceToken token;

    ImportClient(HttpClient http, LoaderSettings settings) {
        this.http = http;
        this.settings = settings;
        this.token = new ServiceToken(http, settings);
    }

    /** @throws LoadRefused if the service does not accept the import, or cannot be reached for too long */
    LoadReport.Step send(Import request) throws InterruptedException {
        long giveUpAt = System.nanoTime() + settings.patience().toNanos();
        while (true) {
            boolean last = System.nanoTime() > giveUpAt;
            try {
                HttpResponse<String> answer = post(request);
                if (answer.statusCode() / 100 == 2) {
                    return step(request, answer);
                }
                if (last || !isForTheMoment(answer)) {
                    throw refusal(request, answer);
                }
            } catch (IOException unreachable) {
                if (last) {
                    throw new LoadRefused(
                            "%s: %s does not answer (%s)".formatted(request.what(), settings.gateway(), unreachable),
                            unreachable);
                }
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private HttpResponse<String> post(Import request) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(settings.gateway().resolve(request.path()))
                        .timeout(ANSWER_WITHIN)
                        .header("Authorization", "Bearer " + token.value())
                        .header("Content-Type", request.contentType())
                        .header("Accept", "application/json, application/problem+json")
                        .header("Idempotency-Key", request.idempotencyKey())
                        .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private boolean isForTheMoment(HttpResponse<String> answer) {
        return FOR_THE_MOMENT.contains(answer.statusCode())
                || IN_FLIGHT.equals(problemOf(answer).path("type").asText());
    }

    private LoadReport.Step step(Import request, HttpResponse<String> answer) throws IOException {
        JsonNode receipt = json.readTree(answer.body());
        List<String> warnings = new ArrayList<>();
        receipt.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new LoadReport.Step(
                request.what(),
                receipt.path("created").asInt(),
                receipt.path("unchanged").asInt(),
                answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                warnings);
    }

    private LoadRefused refusal(Import request, HttpResponse<String> answer) {
        JsonNode problem = problemOf(answer);
        StringBuilder told = new StringBuilder("%s refused (%s): %d %s"
                .formatted(
                        request.what(),
                        request.path(),
                        answer.statusCode(),
                        problem.path("title").asText(answer.body())));
        if (problem.hasNonNull("detail")) {
            told.append(". ").append(problem.get("detail").asText());
        }
        JsonNode errors = problem.path("errors");
        for (int n = 0; n < Math.min(errors.size(), ERRORS_TOLD); n++) {
            JsonNode error = errors.get(n);
            told.append("\n  ")
                    .append(error.hasNonNull("row") ? "line " + error.get("row").asText() + " " : "")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        if (errors.size() > ERRORS_TOLD) {
            told.append("\n  and %d more".formatted(errors.size() - ERRORS_TOLD));
        }
        return new LoadRefused(told.toString());
    }

    /** An answer that is no JSON, from a proxy for example, is a problem without fields. */
    private JsonNode problemOf(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException noJson) {
            return json.createObjectNode();
        }
    }
}
