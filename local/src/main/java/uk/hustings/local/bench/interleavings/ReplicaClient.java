package uk.hustings.local.bench.interleavings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import uk.hustings.local.bench.BenchFailed;

/** Sends requests to one replica, each once. */
final class ReplicaClient {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI replica;

    ReplicaClient(URI replica) {
        this.replica = replica;
    }

    /**
     * A request of the API.
     *
     * @param token of the caller
     * @param type of the body; null for none
     * @param etag for If-Match; null for none
     */
    record Request(String method, String path, String token, String type, String body, String etag) {

        static Request post(String path, String token, String body) {
            return new Request("POST", path, token, "application/json", body, null);
        }

        static Request put(String path, String token, String etag, String body) {
            return new Request("PUT", path, token, "application/json", body, etag);
        }

        @Override
        public String toString() {
            return "%s %s %s".formatted(method, path, body == null ? "" : body.strip());
        }
    }

    /**
     * An answer.
     *
     * @param status 0 if none came within 30 s
     * @param body an empty object if it is no JSON
     * @param retryAfter null if the header is absent
     */
    record Answer(int status, JsonNode body, String text, String etag, String retryAfter) {

        static Answer none(String why) {
            return new Answer(0, JSON.createObjectNode(), why, null, null);
        }

        /** @param failed names of those that failed */
        static Answer ofTimedTasks(String failed) {
            return failed.isEmpty()
                    ? new Answer(204, JSON.createObjectNode(), "performed", null, null)
                    : new Answer(503, JSON.createObjectNode(), "to be tried again: " + failed, null, "1");
        }

        boolean succeeded() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return status == 0 ? text : "%d %s".formatted(status, text);
        }
    }

    Answer send(Request request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(replica.resolve(request.path()))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + request.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        request.method(),
                        request.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(request.body()));
        if (request.type() != null) {
            http.header("Content-Type", request.type());
        }
        if (request.etag() != null) {
            http.header("If-Match", request.etag());
        }
        try {
            HttpResponse<String> answer = HTTP.send(http.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().startsWith("{") ? JSON.readTree(answer.body()) : JSON.createObjectNode(),
                    answer.body(),
                    answer.headers().firstValue("ETag").orElse(null),
                    answer.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException none) {
            return Answer.none(String.valueOf(none));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }

    /** @throws BenchFailed unless it succeeds */
    Answer require(Request request) {
        Answer answer = send(request);
        if (!answer.succeeded()) {
            throw new BenchFailed("%s was answered %s".formatted(request, answer));
        }
        return answer;
    }

    Answer get(String path, String token) {
        return send(new Request("GET", path, token, null, null, null));
    }
}
