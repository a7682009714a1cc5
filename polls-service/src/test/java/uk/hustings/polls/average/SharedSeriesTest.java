package uk.hustings.polls.average;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;

/** Many who ask for long series at once are answered, and stop nobody. */
@QuarkusTest
class SharedSeriesTest extends Running {

    private static final int CLIENTS = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URI service;

    @Test
    void whoAskTheSameAreAllAnswered() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(n -> ask("/v1/averages/national/series?step=1&from=2010-07-01&to=2015-05-06"))
                .toList();

        given().get("/q/health/live").then().statusCode(200);
        String first = answers.get(0).join().body();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).isEqualTo(first);
        });
    }

    /** A client may send all of its requests before it reads any answer; then the first answer is kept before the last is asked for. */
    @Test
    void whoAskForOneThatIsKeptAreAllAnsweredHoweverSlowlyTheyRead() throws IOException {
        String path = "/v1/averages/national/series?step=1&from=2010-07-02&to=2015-05-06";
        given().get(path).then().statusCode(200);
        List<Socket> clients = new ArrayList<>();
        try {
            for (int n = 0; n < CLIENTS; n++) {
                Socket client = new Socket(service.getHost(), service.getPort());
                clients.add(client);
                client.getOutputStream()
                        .write("GET %s HTTP/1.1\r\nHost: test\r\n\r\n"
                                .formatted(path)
                                .getBytes(StandardCharsets.US_ASCII));
            }
            for (Socket client : clients) {
                client.setSoTimeout(20_000);
                assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
            }
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void whoAskEachForAnotherAreAnsweredOrAskedToTryAgain() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(n -> ask("/v1/averages/national/series?step=1&from=2010-%02d-%02d&to=2015-05-06"
                        .formatted(6 + n / 28, 1 + n % 28)))
                .toList();

        given().get("/q/health/live").then().statusCode(200);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isIn(200, 429, 503);
            if (answer.join().statusCode() != 200) {
                assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.join().body()).containsAnyOf("/problems/overloaded", "/problems/too-many-requests");
            }
        });
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
