package uk.hustings.polls.reading;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.real.RealData;

/** What the evidence cannot answer, and what cannot be asked. */
@QuarkusTest
class RefusedReadingTest extends ReadingPolls {

    @Test
    void oneQuestionIsNotPutTogetherWithAnotherNorVotersWithMembers() {
        importedJson("""
                {"polls": [{"pollster": "Of two populations", "population": "adults", "seatCode": "E14000698",
                  "questions": [{"question": "members-ballot", "sharesPct": [
                    {"option": "smith", "pct": 50}, {"option": "corbyn", "pct": 50}]}]}]}
                """).then().statusCode(201);
        String q = "?question=members-ballot&seat=" + RealData.EXETER;

        as(HQ).get("/v1/polls/means" + q)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/evidence-not-comparable"))
                .body("detail", containsString("polls that differ in population, and these have adults and "));
        as(HQ).get("/v1/polls/groups?party=smith&" + q.substring(1)).then().statusCode(409);
        read(as(HQ), "means" + q + "&population=party-members").body("polls", is(1));
        as(HQ).get("/v1/polls/means?question=members-ballot&population=party-members&figures=raw")
                .then()
                .statusCode(409)
                .body("type", is("/problems/evidence-not-comparable"))
                .body("detail", containsString("don't knows nobody reported"));
        withdraw(as(HQ).get("/v1/polls?pollster=Of two populations").path("items[0].pollId"));
    }

    @Test
    void aCorrelationOfThreeIsRefused() {
        given().get(
                        "/v1/polls/correlation?x=con&y=lab&question=constituency&geography=seat&pollster=Lord Ashcroft&seat="
                                + RealData.CREWE)
                .then()
                .statusCode(409)
                .body("type", is("/problems/evidence-too-thin"))
                .body(
                        "detail",
                        is("1 of these polls give both figures. A correlation comes with its interval, which"
                                + " needs 4."));
    }

    @ParameterizedTest
    @CsvSource({
        "groups?question=constituency, party",
        "groups?party=lab, question",
        "groups?party=<b>&question=constituency, party",
        "groups?party=lab&question=constituency&tiePts=-1, tiePts",
        "groups?party=lab&question=constituency&tiePts=9&narrowPts=3, narrowPts",
        "groups?party=lab&question=constituency&tiePts=1e999, tiePts",
        "means, question",
        "means?question=standard&figures=guessed, figures",
        "means?question=standard&latestOnly=perhaps, latestOnly",
        "means?question=standard&status=withdrawn, status",
        "correlation?question=standard&geography=seat&x=con, y",
        "correlation?question=standard&geography=seat&x=con&y=con, y",
        "correlation?question=standard&x=con&y=lab, geography",
        "correlation?question=standard&geography=seat&x=con&y=lab&of=baseline-changes, baseline",
        "correlation?question=standard&geography=seat&x=con&y=lab&of=feelings, of",
        "swings, baseline",
        "swings?baseline=ge1832, baseline",
        "swings?baseline=ge2015, baseline",
        "swings?baseline=ge2010&parties=con, parties",
        "'swings?baseline=ge2010&parties=con,con', parties",
        "waves?limit=201, limit",
        "waves?party=%00, party",
        "trends?asOf=tomorrow, asOf",
        "records?days=-1, days",
        "records?days=2001, days",
        "records?by=anybody, by",
        "records?everyPoll=some, everyPoll",
        "records?lead=con, lead",
        "localisation?seats=E14999999, seats",
        "'localisation?seats=E14000653,', seats",
        "contact-recall?seats=Crewe, seats"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String path, String parameter) {
        given().urlEncodingEnabled(false)
                .get("/v1/polls/" + path.replace("<", "%3C").replace(">", "%3E"))
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is(parameter));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = given().get("/v1/polls/waves?limit=1").path("next");

        for (String path : new String[] {"waves?party=con&limit=1", "swings?baseline=ge2010", "records", "trends"}) {
            given().queryParam("cursor", cursor)
                    .get("/v1/polls/" + path)
                    .then()
                    .statusCode(400)
                    .body("type", is("/problems/cursor-refused"));
        }
    }

    private static void withdraw(String id) {
        as(HQ).header("Idempotency-Key", id)
                .contentType("application/json")
                .body("{\"reason\": \"The test is over\"}")
                .post("/v1/polls/" + id + "/withdrawal")
                .then()
                .statusCode(200);
    }
}
