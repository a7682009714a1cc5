package uk.hustings.polls.reading;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.test.Tokens;

/** What is read out of polls tells those who may not know of a private one nothing of it. */
@QuarkusTest
class PrivateReadingTest extends ReadingPolls {

    private static final List<String> READINGS = List.of(
            "waves?limit=200&region=E12000002",
            "waves?pollster=Secret Pollster",
            "trends?region=E12000002",
            "trends?pollster=Secret Pollster",
            "groups?party=lab&question=constituency&population=adults&kind=poll",
            "means?question=constituency&population=adults&kind=poll&geography=seat",
            "correlation?x=con&y=lab&question=constituency&population=adults&kind=poll&geography=seat",
            "swings?baseline=ge2010&region=E12000002",
            "localisation?population=adults&kind=poll",
            "contact-recall?population=adults&kind=poll&geography=seat",
            "records?days=2000&region=E12000002&" + AFTER_THE_ELECTION);

    /** A poll of Crewe that asks everything, once public figures and once its own. */
    private static final String SECRETS = """
            {"polls": [
             {"pollster": "Secret Pollster", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-04-11",
              "sampleSize": 5000, "visibility": "private", "questions": [
               {"question": "standard", "sharesPct": [{"option": "con", "pct": 70}, {"option": "lab", "pct": 30}]},
               {"question": "constituency", "sharesPct": [{"option": "con", "pct": 60}, {"option": "lab", "pct": 40}]},
               {"question": "contact-recall", "sharesPct": [{"option": "con", "pct": 90}, {"option": "lab", "pct": 10}]}]},
             {"pollster": "Secret Pollster", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-04-12",
              "visibility": "private", "questions": [
               {"question": "constituency", "sharesPct": [{"option": "con", "pct": 58}, {"option": "lab", "pct": 42}]}]},
             {"pollster": "Lord Ashcroft", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-04-13",
              "visibility": "embargoed", "embargoedUntil": "2015-06-13T11:00:00Z", "questions": [
               {"question": "constituency", "sharesPct": [{"option": "con", "pct": 55}, {"option": "lab", "pct": 45}]}]}]}
            """;

    @Test
    void everybodyElseIsToldTheSameWithAPrivatePollAndWithoutIt() {
        serveNoLocks();
        Map<String, String> strangers =
                Map.of("anybody", "", "organiser of Exeter", EXETER_ORGANISER, "South West", SOUTH_WEST);
        Map<String, String> before = answers(strangers);
        Map<String, String> toCrewe = answers(Map.of("Crewe", CREWE_ORGANISER));

        importedJson(SECRETS).then().statusCode(201).body("polls", is(3));

        assertThat(answers(strangers)).isEqualTo(before);
        answers(Map.of("Crewe", CREWE_ORGANISER))
                .forEach((path, answer) -> assertThat(answer).as(path).isNotEqualTo(toCrewe.get(path)));
        read(as(CREWE_ORGANISER), "localisation?pollster=Secret Pollster")
                .body("polls", is(1))
                .body("meanEffects.find { it.option == 'con' }.meanPts", is(-10))
                .body("items[0].effects.find { it.option == 'lab' }.pts", is(10))
                .body("items[0].effects.find { it.option == 'lab' }.samplingSdPts", is(0.95f));
        as(HQ).get("/v1/polls?q=secret pollster&limit=200")
                .jsonPath()
                .getList("items.pollId", String.class)
                .forEach(PrivateReadingTest::withdraw);
        as(HQ).get("/v1/polls?visibility=embargoed&seat=E14000653&pollster=Lord Ashcroft")
                .jsonPath()
                .getList("items.pollId", String.class)
                .forEach(PrivateReadingTest::withdraw);
        assertThat(answers(Map.of("Crewe", CREWE_ORGANISER))).isEqualTo(toCrewe);
    }

    @Test
    void whoIsToldOfPrivatePollsIsKept() {
        String reader = Tokens.of("reads-out").role("analyst").sign();

        read(as(reader), "means?question=members-ballot&population=party-members");
        read(as(reader), "groups?party=smith&question=members-ballot&population=party-members");
        read(as(reader), "records?question=members-ballot&population=party-members");
        read(as(reader), "means?question=constituency&visibility=public");

        as(AUDITOR)
                .get("/v1/polls/readings?reader=reads-out&limit=200")
                .then()
                .body("items", hasSize(8 + 8 + 8))
                .body("items.operation", hasItems("averagePolls", "groupPolls", "listPollRecords"));
        as(AUDITOR).get("/v1/polls/readings?reader=anonymous").then().body("items", empty());
    }

    /** @param callers tokens by name; empty for none */
    private static Map<String, String> answers(Map<String, String> callers) {
        Map<String, String> answers = new LinkedHashMap<>();
        callers.forEach((who, token) -> READINGS.forEach(path -> {
            var answer = (token.isEmpty() ? given() : as(token)).get("/v1/polls/" + path);
            answers.put(who + " " + path, answer.statusCode() + answer.header("ETag") + answer.asString());
        }));
        return answers;
    }

    private static void withdraw(String id) {
        as(HQ).header("Idempotency-Key", "over-" + id)
                .contentType("application/json")
                .body("{\"reason\": \"The test is over\"}")
                .post("/v1/polls/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }
}
