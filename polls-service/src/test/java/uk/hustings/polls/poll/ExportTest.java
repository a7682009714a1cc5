package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class ExportTest extends Running {

    @Test
    void whatIsExportedIsImportedUnchanged() {
        importedJson("""
                {"polls": [{"kind": "claim", "pollster": "=cmd()", "client": "'+Client, \\"Ltd\\"", "clientInterest": "sponsor",
                  "bpcMember": false, "mode": "online", "population": "registered-voters", "geography": "gb",
                  "fieldworkStart": "2015-02-01", "fieldworkEnd": "2015-02-02", "visibility": "public", "sampleSize": 1000,
                  "weightedBase": 990, "weighting": "@age", "tablesUrl": "https://example.org/t?a=1", "source": "-a",
                  "questions": [
                   {"question": "standard", "basis": "headline", "dontKnowPct": 12.5, "wouldNotVotePct": 3, "refusedPct": 0,
                    "unweightedBase": 800, "weightedBase": 790, "sharesPct": [
                     {"option": "con", "pct": 33.3333}, {"option": "monster-raving", "pct": 66.6667}]},
                   {"question": "contact-recall", "sharesPct": [{"option": "lab", "pct": 71}]}],
                  "statements": [{"speaker": "One", "text": "neck and neck", "option": "tie"},
                   {"text": "Ahead"}, {"option": "lab"}]}]}
                """).then().statusCode(201);
        String ofThat = given().get("/v1/polls.csv?kind=claim&q=client").asString();
        String ofMembers = as(HQ).get("/v1/polls.csv?population=party-members").asString();
        String ofAshcroft = given().get("/v1/polls.csv?geography=seat&asOf=2015-05-07&pollster=Lord Ashcroft")
                .asString();

        assertThat(ofThat.lines()).hasSize(1 + 3);
        imported(ofThat)
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(3))
                .body("warnings", empty());
        imported(ofMembers).then().statusCode(201).body("created", is(0)).body("unchanged", is(12));
        imported(ofAshcroft).then().statusCode(201).body("created", is(0)).body("unchanged", is(169));
    }

    @Test
    void theFileHoldsWhatTheListShowsToTheSameCaller() {
        String filters = "?region=E12000002&pollster=Lord Ashcroft";

        assertThat(given().get("/v1/polls.csv" + filters).asString().lines().count() - 1)
                .isEqualTo(given().get("/v1/polls/counts" + filters)
                        .<Integer>path("polls")
                        .longValue());
        given().get("/v1/polls.csv?asOf=2015-05-07")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(not(containsString("smithPct")))
                .body(containsString(RealData.CREWE));
        as(HQ).get("/v1/polls.csv?population=party-members").then().body(containsString("smithPct"));
    }

    @Test
    void aFileThatIsTheSameIsNotSentAgain() {
        String tag = given().get("/v1/polls.csv").header("ETag");

        given().header("If-None-Match", tag).get("/v1/polls.csv").then().statusCode(304);
    }

    @Test
    void aParameterThatCannotBeAcceptedIsNamed() {
        given().get("/v1/polls.csv?sort=weather").then().statusCode(400).body("parameter", is("sort"));
    }
}
