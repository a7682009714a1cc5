package uk.hustings.local.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Loads the facts alone, straight into seats-service: for measuring it, with as many copies of the seats as are wanted. */
public final class FactsLoader {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

    /** An import may have 64 MiB. */
    private static final int COPIES_IN_ONE_BODY = 40;

    private final SourceData data;
    private final URI service;
    private final Supplier<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param data the project's {@code data} folder
     * @param service base URL of seats-service
     * @param token of somebody who may write elections
     */
    public FactsLoader(Path data, URI service, Supplier<String> token) {
        this.data = new SourceData(data);
        this.service = service;
        this.token = token;
    }

    /**
     * The real facts.
     *
     * @throws LoadRefused at the first import that is not accepted
     */
    public void load() {
        data.facts().forEach(this::send);
    }

    /**
     * Copies of all seats and of their results in general elections, under codes that nobody has given.
     *
     * @param first number of the first copy; each number gives codes of its own
     * @param count how many, up to {@value CopiedFacts#MOST} with those before
     */
    public void addCopies(int first, int count) {
        List<Import> facts = data.facts();
        for (int from = first; from < first + count; from += COPIES_IN_ONE_BODY) {
            CopiedFacts copies = new CopiedFacts(from, Math.min(COPIES_IN_ONE_BODY, first + count - from));
            facts.stream().flatMap(fact -> copies.of(fact).stream()).forEach(this::send);
        }
    }

    private void send(Import request) {
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
