package uk.hustings.polls.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class JsonImportTest extends Running {

    private static final String STANDARD = """
            {"question": "standard", "sharesPct": [{"option": "con", "pct": 60}, {"option": "lab", "pct": 40}]}
            """;
    private static final String RECALL = """
            {"question": "contact-recall", "dontKnowPct": 5, "sharesPct": [
              {"option": "con", "pct": 56}, {"option": "lab", "pct": 76}]}
            """;

    @Test
    void severalQuestionsOfOnePollAreOnePoll() {
        importedJson(polls("Of two questions", STANDARD + "," + RECALL))
                .then()
                .statusCode(201)
                .body("created", is(2))
                .body("polls", is(1));

        given().get("/v1/polls?pollster=Of two questions&question=contact-recall")
                .then()
                .body("items", hasSize(1))
                .body("items[0].questions.question", contains("standard", "contact-recall"))
                .body("items[0].questions[1].lead", nullValue())
                .body("items[0].questions[1].headlinePct.pct", contains(56, 76))
                .body("items[0].questions[1].dontKnowPct", is(5));
    }

    @Test
    void aFurtherQuestionIsAddedToItsPollAsARevision() {
        importedJson(polls("Growing", STANDARD)).then().statusCode(201);

        importedJson(polls("Growing", RECALL + "," + STANDARD))
                .then()
                .statusCode(201)
                .body("created", is(1))
                .body("unchanged", is(1))
                .body("polls", is(0));

        given().get("/v1/polls?pollster=Growing")
                .then()
                .body("items.revision", contains(2))
                .body("items[0].questions.question", contains("standard", "contact-recall"));
    }

    @Test
    void rowsOfOnePollAreOnePollWhereverTheyStand() {
        String columns = RealData.COLUMNS + ",mode,conPct,labPct\n";
        String row = "Scattered,,adults,%s,E14000653,,2015-03-01,public,%s,%s,60,40\n";

        imported(columns
                        + row.formatted("standard", "1000", "")
                        + row.replace("Scattered", "Between").formatted("standard", "", "")
                        + row.formatted("constituency", "", "phone"))
                .then()
                .statusCode(201)
                .body("created", is(3))
                .body("polls", is(2));

        given().get("/v1/polls?pollster=Scattered")
                .then()
                .body("items[0].questions", hasSize(2))
                .body("items[0].sampleSize", is(1000))
                .body("items[0].mode", is("phone"));
    }

    @Test
    void rowsOfOnePollThatContradictEachOtherAreRefused() {
        String columns = RealData.COLUMNS + ",conPct,labPct\n";
        String row = "At odds,,adults,%s,E14000653,,2015-03-01,%s,%s,60,40\n";

        imported(columns + row.formatted("standard", "public", 1000) + row.formatted("constituency", "private", 999))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sampleSize", "/visibility"))
                .body("errors.row", contains(3, 3))
                .body("errors[0].detail", is("must be that of the same poll in line 2, 1000, was 999"));
    }

    @Test
    void otherFiguresAreRefusedByPointer() {
        importedJson(polls("Pointed", STANDARD + "," + RECALL)).then().statusCode(201);

        importedJson(polls("Pointed", RECALL.replace("76", "77") + "," + STANDARD))
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/polls/0/questions/0/sharesPct"))
                .body("errors[0].detail", is("lab is recorded as 76, was 77"));
    }

    @Test
    void pollsOfNationRegionAndSeatLieBesideEachOther() {
        importedJson("""
                {"polls": [
                 {"pollster": "Of everywhere", "population": "adults", "geography": "gb", "fieldworkEnd": "2015-03-01",
                  "visibility": "public", "questions": [%1$s]},
                 {"pollster": "Of everywhere", "population": "adults", "geography": "uk", "fieldworkEnd": "2015-03-01",
                  "visibility": "public", "questions": [%1$s]},
                 {"pollster": "Of everywhere", "population": "adults", "regionCode": "S92000003",
                  "fieldworkEnd": "2015-03-01", "visibility": "public", "questions": [%1$s]},
                 {"pollster": "Of everywhere", "population": "adults", "seatCode": "S14000024",
                  "fieldworkEnd": "2015-03-01", "visibility": "public", "questions": [%1$s]}]}
                """.formatted(STANDARD)).then().statusCode(201).body("polls", is(4));

        given().get("/v1/polls/counts?pollster=Of everywhere")
                .then()
                .body("polls", is(4))
                .body("gb", is(1))
                .body("uk", is(1))
                .body("regions.regionCode", contains("S92000003"))
                .body("seats.seatCode", contains("S14000024"))
                .body("seats.boundarySet", contains("2010"));
        given().get("/v1/polls?pollster=Of everywhere&region=S92000003").then().body("items", hasSize(2));
        given().get("/v1/polls?pollster=Of everywhere&geography=gb")
                .then()
                .body("items[0].seatCode", nullValue())
                .body("items[0].questions[0].swing", nullValue());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"polls": []}                                         | 422 | /polls
            {"polls": {}}                                         | 400 | /polls
            {"polls": [null]}                                     | 400 | /polls/0
            {"polls": [{}], "more": 1}                            | 400 | /more
            {"poll": []}                                          | 400 | /poll
            {"polls": [{"colour": "red"}]}                        | 400 | /polls/0/colour
            {"polls": [{"population": "a", "population": "b"}]}   | 400 | /polls/0
            {"polls": [{"fieldworkEnd": "02/01/2015"}]}           | 400 | /polls/0/fieldworkEnd
            {"polls": [{"sampleSize": 1.5}]}                      | 400 | /polls/0/sampleSize
            {"polls": [{"sampleSize": "12"}]}                     | 400 | /polls/0/sampleSize
            {"polls": [{"sampleSize": 99999999999}]}              | 400 | /polls/0/sampleSize
            {"polls": [{"questions": [{"dontKnowPct": NaN}]}]}    | 400 | /polls/0/questions/0
            """)
    void aBodyOfAnotherFormIsRefusedByPointer(String body, int status, String pointer) {
        importedJson(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void halfABodyIsNoBody() {
        for (String body : new String[] {"", "{", "[]", "{\"polls\": [", "null", "{\"polls\": []} x", "\u0000"}) {
            assertThat(importedJson(body).statusCode()).as(body).isIn(400, 422);
        }
    }

    @Test
    void numbersThatCannotBeAreNamedAndNotWrittenOut() {
        for (String number : new String[] {"1e30", "-1", "100.00001", "101"}) {
            importedJson(polls("Never", STANDARD.replace("60", number)))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/invalid-input"))
                    .body("errors.pointer", contains("/polls/0/questions/0/sharesPct/0/pct"))
                    .body("errors[0].detail", containsString("0 to 100"));
        }
        for (String number : new String[] {"1e31", "1e999", "1e999999999", "1e-999999999"}) {
            importedJson(polls("Never", STANDARD.replace("60", number)))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/invalid-input"))
                    .body("errors.pointer", contains("/polls/0/questions/0/sharesPct/0/pct"))
                    .body("errors[0].detail", is("must be a number of at most 30 digits"));
        }
    }

    @Test
    void aMomentThatNoClockCanTellIsNoEndOfAnEmbargo() {
        String embargoed = polls("Never", STANDARD).replace("\"public\"", "\"embargoed\", \"embargoedUntil\": %s");
        for (String moment : new String[] {
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"3000-01-01T00:00:00Z\"",
            "1e30",
            "1e999999999",
            "\"soon\"",
            "{}"
        }) {
            assertThat(importedJson(embargoed.formatted(moment)).statusCode())
                    .as(moment)
                    .isIn(400, 422);
        }
    }

    @Test
    void offSumsAloneHaveTheirOwnNameAndEveryFaultIsToldAtOnce() {
        String off = STANDARD.replace("60", "70");
        importedJson(polls("Never", off))
                .then()
                .statusCode(422)
                .body("type", is("/problems/shares-off-sum"))
                .body("errors.pointer", contains("/polls/0/questions/0/sharesPct"));
        importedJson("""
                {"polls": [{"population": "adults", "geography": "gb", "questions": [%s]},
                 {"population": "dogs", "geography": "gb", "sampleSize": 0, "questions": [%s]}]}
                """.formatted(off, STANDARD))
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body(
                        "errors.pointer",
                        contains("/polls/0/questions/0/sharesPct", "/polls/1/population", "/polls/1/sampleSize"));
        as(HQ).get("/v1/polls?pollster=Never").then().body("items", hasSize(0));
    }

    @Test
    void aRetryGetsItsFirstAnswerAgain() {
        String key = UUID.randomUUID().toString();
        String body = polls("Retried as JSON", STANDARD);

        String first = keyed(key, body).asString();

        keyed(key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(is(first));
        keyed(key, body + " ").then().statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void onlyTheFormThatThePathNamesIsRead() {
        as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body("a,b\n1,2\n")
                .post("/v1/polls/imports")
                .then()
                .statusCode(415);
    }

    private static Response keyed(String key, String body) {
        return as(HQ).header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/polls/imports");
    }

    private static String polls(String pollster, String questions) {
        return """
                {"polls": [{"pollster": "%s", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-03-01",
                  "visibility": "public", "questions": [%s]}]}
                """.formatted(pollster, questions);
    }
}
