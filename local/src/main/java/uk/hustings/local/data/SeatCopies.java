package uk.hustings.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The copies of the seats that other services keep; each tells in its readiness how many it has. */
final class SeatCopies {

    private static final String CHECK = "seats-snapshot";
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final LoaderSettings settings;

    SeatCopies(HttpClient http, LoaderSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /**
     * Waits until every copy is whole.
     *
     * @throws LoadRefused if one is not when the patience is over
     */
    void await(int seats) throws InterruptedException {
        long giveUpAt = System.nanoTime() + settings.patience().toNanos();
        for (URI readiness : settings.readiness()) {
            while (seatsAt(readiness) != seats) {
                if (System.nanoTime() > giveUpAt) {
                    throw new LoadRefused("%s still reports %d of %d seats after %d s"
                            .formatted(
                                    readiness,
                                    seatsAt(readiness),
                                    seats,
                                    settings.patience().toSeconds()));
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private int seatsAt(URI readiness) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(readiness)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            for (JsonNode check : json.readTree(answer.body()).path("checks")) {
                if (answer.statusCode() == 200
                        && CHECK.equals(check.path("name").asText())) {
                    return check.path("data").path("seats").asInt();
                }
            }
            return 0;
        } catch (IOException notYet) {
            return 0;
        }
    }
}
