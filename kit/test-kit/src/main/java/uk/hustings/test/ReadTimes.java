package uk.hustings.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How long the public reads of a service take when their answers are not cached. */
public final class ReadTimes {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int WARM_UPS = 4;
    private static final int TRIES = 3;

    private static int asked;

    private ReadTimes() {}

    /**
     * Calls public reads, each some times to warm up and then three times, of which the fastest counts: the machine may be
     * busy with something else.
     *
     * @param requests path and query with the costliest parameters by operationId; every public GET of the service must be
     *     there. {@code {n}} is another digit in every call, for results that are kept by their parameters
     * @param streams operationIds of event streams, which do not end
     */
    public static void areBelow(long millis, Map<String, String> requests, Set<String> streams) {
        assertThat(publicReads(streams)).isSubsetOf(requests.keySet());
        Map<String, Long> slow = new TreeMap<>();
        requests.forEach((operation, request) -> {
            long best = fastest(operation, request);
            if (best >= millis) {
                slow.put(operation, best);
            }
        });
        assertThat(slow).as("milliseconds by operation").isEmpty();
    }

    private static Set<String> publicReads(Set<String> streams) {
        return Operations.all().stream()
                .filter(operation -> operation.method().equals("GET") && operation.isPublic())
                .map(Operations.Operation::operationId)
                .filter(operation -> !streams.contains(operation))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long fastest(String operation, String request) {
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < WARM_UPS + TRIES; n++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = get(request.replace("{n}", Integer.toString(1 + n)));
            times.add((System.nanoTime() - start) / 1_000_000);
            assertThat(answer.statusCode())
                    .as(operation + ": " + new String(answer.body()))
                    .isEqualTo(200);
        }
        return times.stream().skip(WARM_UPS).min(Long::compare).orElseThrow();
    }

    private static HttpResponse<byte[]> get(String request) {
        asked++;
        // Answers are kept by what is accepted, too.
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + request))
                .header("Accept", "*/*, text/x-%d;q=0.1".formatted(asked))
                .build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
