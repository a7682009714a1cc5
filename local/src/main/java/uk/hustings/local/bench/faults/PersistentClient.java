package uk.hustings.local.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uk.hustings.local.process.Processes;

/**
 * Sends each request, with the same key and the same body, until it knows what became of it: as clients are told to do.
 */
final class PersistentClient {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(35);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(401, 429, 500, 502, 503, 504);
    private static final String IN_FLIGHT = "/problems/idempotency-key-in-flight";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final Supplier<String> token;
    private final Receipts receipts;

    /** @param token of headquarters */
    PersistentClient(URI gateway, Supplier<String> token, Receipts receipts) {
        this.gateway = gateway;
        this.token = token;
        this.receipts = receipts;
    }

    /** @param status 2xx, or 4xx of a refusal that stands */
    record Answer(int status, JsonNode body, String text) {

        boolean acknowledges() {
            return status / 100 == 2;
        }
    }

    /**
     * Posts under a new key.
     *
     * @param again whether an acknowledged request is sent once more, to be answered the same
     * @throws IllegalStateException if nobody tells within a minute and a half what became of it
     */
    Answer post(String path, String body, boolean again) {
        String key = UUID.randomUUID().toString();
        Answer first = untilKnown(path, body, key);
        if (again && first.acknowledges()) {
            Answer second = untilKnown(path, body, key);
            if (!first.text().equals(second.text())) {
                receipts.contradicted("%s with the key %s was answered first %s and then %s"
                        .formatted(path, key, first.text(), second.text()));
            }
        }
        return first;
    }

    private Answer untilKnown(String path, String body, String key) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < giveUpAt && !Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<String> answer = send(path, body, key);
                last = answer.statusCode() + " " + answer.body();
                if (!isForTheMoment(answer)) {
                    return new Answer(answer.statusCode(), json.readTree(answer.body()), answer.body());
                }
            } catch (IOException noAnswer) {
                last = String.valueOf(noAnswer);
            }
            receipts.sentAgain();
            Processes.pause(PAUSE);
        }
        throw new IllegalStateException("POST %s with the key %s: for %d s nobody told what became of it, last: %s"
                .formatted(path, key, PATIENCE.toSeconds(), last));
    }

    private HttpResponse<String> send(String path, String body, String key) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private boolean isForTheMoment(HttpResponse<String> answer) {
        return FOR_THE_MOMENT.contains(answer.statusCode())
                || answer.statusCode() == 409 && answer.body().contains(IN_FLIGHT);
    }
}
