package uk.hustings.local.bench.contacts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import uk.hustings.local.bench.BenchFailed;
import uk.hustings.local.bench.Figures;
import uk.hustings.local.bench.LoadClient;
import uk.hustings.test.Tokens;

/** Reports of contacts, one line each, from the canvassers of all local parties in turn. */
final class ContactReports {

    /** Leaflets lock nobody: the policy is asked all the same. */
    private static final String BODY =
            "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"leaflet\",\"attempts\":%d,\"contacts\":%d}]}";

    private final int port;
    private final List<Reporter> reporters;
    private final Random random = new Random(650);

    private record Reporter(String localParty, String seatCode, String token) {

        String path() {
            return "/v1/campaign/seats/%s/contacts".formatted(seatCode);
        }
    }

    /** @param localParties by seat code; the tokens that are made for them are good for half an hour */
    ContactReports(int port, Map<String, String> localParties) {
        this.port = port;
        this.reporters = localParties.entrySet().stream()
                .map(owner -> new Reporter(
                        owner.getValue(), owner.getKey(), Tokens.member("canvasser", owner.getValue(), owner.getKey())))
                .toList();
    }

    LoadClient client() {
        return new LoadClient(port, this::next, 201);
    }

    /**
     * Reports once more in a week in which somebody has reported already.
     *
     * @return what was said, but for what the service made of the key
     */
    PgbenchScript.Sample sample() {
        Reporter reporter = reporters.get(random.nextInt(reporters.size()));
        post(reporter, UUID.randomUUID().toString());
        String key = UUID.randomUUID().toString();
        String answer = post(reporter, key);
        try {
            String batch = new ObjectMapper().readTree(answer).get("batchId").asText();
            return new PgbenchScript.Sample(reporter.localParty, reporter.seatCode, key, batch, "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Until the compiler has seen the way often enough. */
    void warmUp(int requests) {
        Figures warm = client().forRequests(8, requests);
        if (warm.nanos().length < requests) {
            throw new BenchFailed("Only %d of %d reports were answered.".formatted(warm.nanos().length, requests));
        }
    }

    private byte[] next() {
        Reporter reporter = reporters.get(random.nextInt(reporters.size()));
        String body = body();
        String key = new UUID(random.nextLong(), System.nanoTime()).toString();
        return ("POST " + reporter.path() + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer "
                        + reporter.token + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private String body() {
        int contacts = 5 + random.nextInt(60);
        return BODY.formatted(2 * contacts + random.nextInt(50), contacts);
    }

    private String post(Reporter reporter, String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + reporter.path()))
                .header("Authorization", "Bearer " + reporter.token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body()))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new BenchFailed("A report was answered %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }
}
