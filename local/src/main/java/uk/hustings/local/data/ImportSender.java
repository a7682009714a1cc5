package uk.hustings.local.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends imports straight to one service, as somebody whose token is at hand. */
final class ImportSender {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

    private final URI service;
    private final Supplier<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param service base URL */
    ImportSender(URI service, Supplier<String> token) {
        this.service = service;
        this.token = token;
    }

    /** @throws LoadRefused if it is not accepted */
    void send(Import request) {
        HttpRequest post = HttpRequest.newBuilder(service.resolve(request.path()))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", request.contentType())
                .header("Idempotency-Key", request.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                .build();
        try {
            HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new LoadRefused(
                        "%s refused: %d %s".formatted(request.what(), answer.statusCode(), answer.body()));
            }
        } catch (IOException unreachable) {
            throw new LoadRefused(request.what() + ": no answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadRefused(request.what() + ": interrupted", interrupted);
        }
    }
}
