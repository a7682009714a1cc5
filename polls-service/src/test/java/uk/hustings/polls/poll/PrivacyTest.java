package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.kept.Edition;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/** With a private poll and without it, everybody else is answered the same bytes. */
@QuarkusTest
class PrivacyTest extends Running {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** By token; empty for none. */
    private static final Map<String, String> STRANGERS = Map.of(
            "anybody", "",
            "auditor", AUDITOR,
            "organiser of Exeter", EXETER_ORGANISER,
            "South West", SOUTH_WEST);

    private static final List<String> QUESTIONS = List.of(
            "/v1/polls",
            "/v1/polls?limit=200&asOf=2016-12-31",
            "/v1/polls?limit=3",
            "/v1/polls?seat=" + RealData.EXETER,
            "/v1/polls?region=" + RealData.SOUTH_WEST,
            "/v1/polls?geography=gb",
            "/v1/polls?geography=region",
            "/v1/polls?pollster=Secret Polling",
            "/v1/polls?client=Secret Client",
            "/v1/polls?q=secret",
            "/v1/polls?kind=canvass-return",
            "/v1/polls?visibility=private",
            "/v1/polls?visibility=embargoed",
            "/v1/polls?status=withdrawn",
            "/v1/polls?question=contact-recall",
            "/v1/polls?sort=lead",
            "/v1/polls?sort=-sample&population=registered-voters",
            "/v1/polls/counts",
            "/v1/polls/counts?geography=region",
            "/v1/polls.csv",
            "/v1/polls.csv?visibility=private",
            "/q/health/ready");

    private static final String SECRETS = """
            {"polls": [
             {"pollster": "Secret Polling", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-04-13",
              "sampleSize": 90000, "questions": [{"question": "standard", "sharesPct": [
                {"option": "monster-raving", "pct": 99}, {"option": "con", "pct": 1}]}]},
             {"pollster": "Secret Polling", "client": "Secret Client", "population": "registered-voters", "geography": "gb",
              "fieldworkEnd": "2015-04-13", "visibility": "private", "questions": [{"question": "contact-recall",
              "sharesPct": [{"option": "lab", "pct": 70}]}]},
             {"kind": "canvass-return", "population": "adults", "regionCode": "E12000002", "visibility": "private",
              "statements": [{"speaker": "Somebody", "text": "We are ahead", "option": "lab"}]},
             {"kind": "mrp", "pollster": "Secret Polling", "population": "adults", "geography": "uk",
              "fieldworkEnd": "2015-04-13", "visibility": "embargoed", "embargoedUntil": "2015-06-13T11:00:00Z",
              "questions": [{"question": "standard", "sharesPct": [
                {"option": "con", "pct": 51}, {"option": "lab", "pct": 49}]}]}]}
            """;

    @Inject
    Edition edition;

    @TestHTTPResource
    URI service;

    @BeforeEach
    void nobodyIsLocked() {
        serveNoLocks();
    }

    @Test
    void everybodyElseIsAnsweredTheSameBytes() {
        Map<String, String> before = answers();
        Map<String, String> tags = tags();
        Optional<?> editionBefore = edition.current();
        String cursor = given().get("/v1/polls?limit=3").path("next");

        importedJson(SECRETS).then().statusCode(201).body("polls", is(4));

        assertThat(answers()).isEqualTo(before);
        assertThat(edition.current().equals(editionBefore)).isTrue();
        tags.forEach((path, tag) ->
                given().header("If-None-Match", tag).get(path).then().statusCode(304));
        given().queryParam("cursor", cursor).get("/v1/polls?limit=3").then().statusCode(200);

        List<String> ids = as(HQ).get("/v1/polls?asOf=2016-12-31&limit=200&visibility=private&q=secret")
                .jsonPath()
                .getList("items.pollId");
        assertThat(ids).hasSize(2);
        withdraw(ids.get(0));
        show(
                ids.get(1),
                "{\"visibility\": \"embargoed\", \"embargoedUntil\": \"2015-07-01T00:00:00Z\", \"reason\": \"x\"}");

        assertThat(answers()).isEqualTo(before);
        assertThat(edition.current().equals(editionBefore)).isTrue();
        for (String id : ids) {
            for (String path : new String[] {"/v1/polls/" + id, "/v1/polls/" + id + "/history"}) {
                STRANGERS.forEach((who, token) -> assertThat(whole(token, path))
                        .as("%s: %s", who, path)
                        .isEqualTo(
                                whole(token, path.replace(id, UUID.randomUUID().toString()))));
            }
        }
        as(HQ).get("/v1/polls?q=secret&visibility=embargoed").then().body("items", hasSize(2));
    }

    @Test
    void aPublicPollIsNoticed() {
        Optional<?> before = edition.current();

        importedJson("""
                {"polls": [{"pollster": "Open Polling", "population": "adults", "geography": "gb", "visibility": "public",
                  "statements": [{"option": "tie"}]}]}
                """).then().statusCode(201);

        assertThat(edition.current().equals(before)).isFalse();
    }

    @Test
    void aRegionSeesItsOwnPrivatePollsAndNotThoseOfTheNation() {
        importedJson("""
                {"polls": [
                 {"pollster": "Of the region", "population": "adults", "regionCode": "E12000009",
                  "statements": [{"option": "ld"}]},
                 {"pollster": "Of the region", "population": "adults", "geography": "gb",
                  "statements": [{"option": "ld"}]}]}
                """).then().statusCode(201);
        String path = "/v1/polls?pollster=Of the region";

        as(SOUTH_WEST).get(path).then().body("items.geography", is(List.of("region")));
        for (String token : new String[] {NORTH_WEST, EXETER_ORGANISER, AUDITOR}) {
            as(token).get(path).then().body("items", hasSize(0));
        }
        as(HQ).get(path).then().body("items", hasSize(2));
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        STRANGERS.forEach((who, token) -> QUESTIONS.forEach(path -> answers.put(who + " " + path, whole(token, path))));
        return answers;
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        QUESTIONS.stream()
                .filter(path -> path.startsWith("/v1"))
                .forEach(path -> tags.put(path, given().get(path).header("ETag")));
        return tags;
    }

    /** Status, headers and body as they came over the wire. */
    private String whole(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path.replace(" ", "%20")));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            return answer.statusCode() + "\n" + headers + "\n"
                    + withoutAges(new String(answer.body(), StandardCharsets.ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Of the snapshots, on the page of health. */
    private static String withoutAges(String body) {
        return body.replaceAll("\"ageSeconds\": ?\\d+", "");
    }

    private static void withdraw(String id) {
        as(HQ).header("Idempotency-Key", id)
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("/v1/polls/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private static void show(String id, String order) {
        as(HQ).contentType("application/json")
                .header("If-Match", as(HQ).get("/v1/polls/" + id).header("ETag"))
                .body(order)
                .put("/v1/polls/" + id + "/visibility")
                .then()
                .statusCode(200);
    }
}
