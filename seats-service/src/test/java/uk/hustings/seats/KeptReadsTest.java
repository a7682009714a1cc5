package uk.hustings.seats;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.kept.KeptAnswers;
import uk.hustings.test.Tokens;

/** What is answered from memory says exactly what was said before. */
@QuarkusTest
class KeptReadsTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static int parties;

    @TestHTTPResource
    URI service;

    @Inject
    KeptAnswers kept;

    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/seats/E14000653",
                "/v1/seats",
                "/v1/seats?limit=2&region=E12000009",
                "/v1/seats?q=ynys%20m%C3%B4n",
                "/v1/seats?q=ynys+m%c3%b4n",
                "/v1/rankings?party=lab&limit=200",
                "/v1/elections/ge2010",
                "/v1/seats.csv?region=E12000009",
                "/v1/boundary-sets",
                "/v1/parties"
            })
    void theSecondAnswerIsTheFirst(String path) {
        for (String coding : List.of("identity", "gzip", "gzip;q=0", "br, gzip;q=0.5")) {
            change();
            Answer first = get(path, "Accept-Encoding", coding);

            assertThat(first.status).isEqualTo(200);
            assertThat(get(path, "Accept-Encoding", coding)).isEqualTo(first);
        }
    }

    @Test
    void aPublicAnswerIsKept() {
        long before = kept.weight();
        Answer answer = get("/v1/seats?limit=199");

        assertThat(kept.weight() - before).isGreaterThan(answer.body.length());
    }

    @Test
    void aCallerWhoHasItIsToldSoInTheSameWords() {
        String tag = get("/v1/seats?limit=3").headers.get("etag").get(0);
        change();
        Answer first = get("/v1/seats?limit=3", "If-None-Match", tag);

        assertThat(first.status).isEqualTo(304);
        assertThat(get("/v1/seats?limit=3", "If-None-Match", "\"other\", W/" + tag))
                .isEqualTo(first);
        assertThat(get("/v1/seats?limit=3", "If-None-Match", "\"other\"")).isEqualTo(get("/v1/seats?limit=3"));
    }

    @Test
    void packedAndPlainSayTheSame() throws IOException {
        Answer plain = get("/v1/seats?limit=5");
        Answer packed = get("/v1/seats?limit=5", "Accept-Encoding", "gzip");

        assertThat(packed.headers).containsEntry("content-encoding", List.of("gzip"));
        assertThat(packed.headers.get("etag")).isEqualTo(plain.headers.get("etag"));
        assertThat(packed.body.length()).isLessThan(plain.body.length());
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(packed.body.getBytes(StandardCharsets.ISO_8859_1)))
                .readAllBytes();
        assertThat(new String(body, StandardCharsets.ISO_8859_1)).isEqualTo(plain.body);
    }

    @Test
    void afterAnImportTheNextReadIsNew() {
        int before = get("/v1/parties").body.length();

        assertThat(get("/v1/parties").body).hasSize(before);
        change();
        assertThat(get("/v1/parties").body.length()).isGreaterThan(before);
    }

    @Test
    void whoSaysWhoTheyAreIsNotAnsweredFromMemory() {
        get("/v1/seats?limit=4");

        assertThat(get("/v1/seats?limit=4", "Authorization", "Bearer nonsense").status)
                .isEqualTo(401);
        Answer known = get("/v1/seats?limit=4", "Authorization", "Bearer " + Tokens.nationalOrganiser());
        assertThat(known.headers.get("cache-control")).containsExactly("private, no-store");
        assertThat(get("/v1/seats?limit=4").headers.get("cache-control")).containsExactly("public, max-age=5");
    }

    @Test
    void whatIsAcceptedIsPartOfTheQuestion() {
        get("/v1/seats?limit=6");

        assertThat(get("/v1/seats?limit=6", "Accept", "text/html").status).isEqualTo(406);
        assertThat(get("/v1/seats?limit=6", "Accept", "application/json").status)
                .isEqualTo(200);
        assertThat(get("/v1/seats?limit=6", "Accept", "text/html").status).isEqualTo(406);
    }

    @Test
    void metricsCountItUnderItsRoute() {
        get("/v1/seats/E14000530");
        get("/v1/seats/E14000530");

        assertThat(get("/q/metrics").body)
                .contains("uri=\"/v1/seats/{seatCode}\"")
                .doesNotContain("E14000530");
    }

    /** Adds a party, so that what was kept is of an edition that is gone. */
    private static void change() {
        parties++;
        Imported.csv(
                        "/v1/parties/imports",
                        "code,name,colour,lineage\nkept-%d,Kept Party %d,#123456,\n".formatted(parties, parties))
                .then()
                .statusCode(201);
    }

    private Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().map(),
                    new String(answer.body(), StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
