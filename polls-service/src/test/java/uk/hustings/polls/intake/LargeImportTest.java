package uk.hustings.polls.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/** Imports that are as large as they may be, larger, or broken off. */
@QuarkusTest
class LargeImportTest extends Running {

    private static final int MOST = 20_000;
    private static final List<String> QUESTIONS =
            List.of("standard", "constituency", "named-candidate", "members-ballot", "contact-recall");
    private static final int DAYS = 1000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    private static final String HEADER = RealData.COLUMNS + ",conPct,labPct,otherPct\n";

    @TestHTTPResource
    URI service;

    @Test
    void asManyQuestionsAsMayBeAreTakenInAndOneMoreIsRefusedWhole() {
        int before = counted();

        imported(HEADER + rows(MOST + 1))
                .then()
                .statusCode(413)
                .body("type", is("/problems/body-too-large"))
                .body("detail", containsString("20000"));
        assertThat(counted()).isEqualTo(before);

        imported(HEADER + rows(MOST)).then().statusCode(201).body("created", is(MOST));
        assertThat(counted()).isEqualTo(before + MOST / QUESTIONS.size());

        imported(HEADER + rows(MOST))
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(MOST));
    }

    @Test
    void theLimitCountsQuestionsHoweverManyPollsTheyAreOf() {
        String question = "{\"question\": \"%s\", \"sharesPct\": [{\"option\": \"con\", \"pct\": 100}]}";
        String polls = IntStream.range(0, MOST / 4 + 1)
                .mapToObj(day ->
                        "{\"population\": \"adults\", \"geography\": \"gb\", \"fieldworkEnd\": \"%s\", \"questions\": [%s]}"
                                .formatted(
                                        LocalDate.of(1950, 1, 1).plusDays(day),
                                        Stream.of("standard", "constituency", "named-candidate", "members-ballot")
                                                .map(question::formatted)
                                                .collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));

        importedJson("{\"polls\": [" + polls + "]}")
                .then()
                .statusCode(413)
                .body("detail", is("The polls have more than 20000 questions; nothing was written."));
    }

    @Test
    void aRowThatIsTooLongIsRefused() {
        imported(HEADER + "\"" + "x".repeat((1 << 20) + 1) + "\",,adults,standard,E14000653,,2014-01-02,,,40,40,20\n")
                .then()
                .statusCode(400)
                .body("type", is("/problems/broken-body"));
        imported(HEADER + "x".repeat(201) + ",,adults,standard,E14000653,,2014-01-02,,,40,40,20\n")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/pollster"));
    }

    @Test
    void halfAFileWritesNothing() throws IOException, InterruptedException {
        int before = counted();
        String csv = HEADER + rows(2000).replace("Invented", "Broken off");

        brokenOff("Content-Length: " + csv.length(), csv.substring(0, csv.length() / 2));
        String half = csv.substring(0, csv.length() / 2);
        brokenOff("Transfer-Encoding: chunked", Integer.toHexString(half.length()) + "\r\n" + half + "\r\n");
        Thread.sleep(500);

        assertThat(counted()).isEqualTo(before);
        imported(csv).then().statusCode(201).body("created", is(2000));
    }

    private void brokenOff(String framing, String body) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/polls/imports.csv HTTP/1.1\r\nHost: polls\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                                    + HQ + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n" + framing + "\r\n\r\n"
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    /** Five questions for each poll, of days to come in the domain, so that they are in nobody's way. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Invented %d,,adults,%s,E14000653,,%s,,500,40,40,20\n"
                        .formatted(
                                i / QUESTIONS.size() / DAYS,
                                QUESTIONS.get(i % QUESTIONS.size()),
                                FIRST_DAY.plusDays(i / QUESTIONS.size() % DAYS)))
                .collect(Collectors.joining());
    }

    private static int counted() {
        return as(HQ).get("/v1/polls/counts?asOf=2025-01-01").path("polls");
    }
}
