package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

@QuarkusTest
class ReadingTest extends Running {

    @Test
    void everyAnswerThatShowsAPrivatePollIsKept() {
        String poll = memberPollOf(RealData.EXETER);
        String reader = Tokens.of("curious").role("analyst").sign();

        as(reader).get("/v1/polls/" + poll).then().statusCode(200);
        as(reader).get("/v1/polls?population=party-members").then().body("items", hasSize(12));
        as(reader).get("/v1/polls.csv?population=party-members").then().statusCode(200);
        as(reader).get("/v1/polls/" + poll + "/history").then().statusCode(200);
        as(reader)
                .header("Idempotency-Key", "curious")
                .contentType("text/csv")
                .body(RealData.memberPolls().replace(",46,34,18,", ",47,33,18,"))
                .post("/v1/polls/imports.csv")
                .then()
                .statusCode(409);

        readings("?reader=curious&poll=" + poll)
                .body(
                        "items.operation",
                        contains("importPollsCsv", "getPollHistory", "exportPolls", "listPolls", "getPoll"))
                .body("items.pollId", everyItem(is(poll)))
                .body("items.reader", everyItem(is("curious")))
                .body("items.readAt", everyItem(startsWith("2015-04-14T")));
        readings("?reader=curious&limit=200").body("items", hasSize(1 + 1 + 12 + 12 + 1));
    }

    @Test
    void aChangeThatShowsAPrivatePollIsKeptToo() {
        String poll = memberPollOf(RealData.STOKE_NORTH);
        String reader = Tokens.of("changer").role("analyst").sign();
        String tag = as(reader).get("/v1/polls/" + poll).header("ETag");

        as(reader)
                .contentType("application/json")
                .header("If-Match", tag)
                .body("{\"visibility\": \"private\", \"reason\": \"as before\"}")
                .put("/v1/polls/" + poll + "/visibility")
                .then()
                .statusCode(200);

        readings("?reader=changer").body("items.operation", contains("changePollVisibility", "getPoll"));
    }

    @Test
    void ofPublicPollsAndOfWhatWasNotShownNothingIsKept() {
        String poll = memberPollOf(RealData.EXETER);
        String reader = Tokens.of("harmless").role("analyst").sign();
        String stranger = Tokens.of("stranger").role("auditor").sign();

        as(reader).get("/v1/polls?visibility=public").then().statusCode(200);
        as(reader).get("/v1/polls/counts").then().statusCode(200);
        as(stranger).get("/v1/polls/" + poll).then().statusCode(404);
        as(stranger).get("/v1/polls?asOf=2016-12-31").then().statusCode(200);

        readings("?reader=harmless").body("items", hasSize(0));
        readings("?reader=stranger").body("items", hasSize(0));
    }

    @Test
    void auditorsAloneMayRead() {
        given().get("/v1/polls/readings").then().statusCode(401);
        for (String token : new String[] {HQ, ANALYST, SOUTH_WEST, EXETER_ORGANISER, EXETER_CANVASSER}) {
            as(token).get("/v1/polls/readings").then().statusCode(403);
        }
        as(AUDITOR).get("/v1/polls/readings").then().statusCode(200);
    }

    @Test
    void theDaysAreThoseOfTheDomain() {
        String reader = Tokens.of("of-the-day").role("analyst").sign();
        as(reader).get("/v1/polls/" + memberPollOf(RealData.EXETER));

        readings("?reader=of-the-day&from=2015-04-14&to=2015-04-14").body("items", hasSize(1));
        readings("?reader=of-the-day&from=2015-04-15").body("items", hasSize(0));
        readings("?reader=of-the-day&to=2015-04-13").body("items", hasSize(0));
    }

    @Test
    void pagesTogetherAreAllReadingsOnce() {
        String reader = Tokens.of("reader-of-pages").role("analyst").sign();
        as(reader).get("/v1/polls?population=party-members").then().body("items", hasSize(12));

        List<String> whole = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = readings("?reader=reader-of-pages&limit=5" + (next == null ? "" : "&cursor=" + next))
                    .extract()
                    .jsonPath();
            whole.addAll(page.getList("items.readingId"));
            next = page.getString("next");
        } while (next != null);

        assertThat(whole).hasSize(12).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"poll, no-id", "from, yesterday", "to, +999999999-01-01", "reader, '\u0000'", "limit, 201"})
    void aParameterThatCannotBeAcceptedIsNamed(String parameter, String value) {
        as(AUDITOR)
                .queryParam(parameter, value)
                .get("/v1/polls/readings")
                .then()
                .statusCode(400)
                .body("parameter", is(parameter));
    }

    private static ValidatableResponse readings(String query) {
        return as(AUDITOR).get("/v1/polls/readings" + query).then().statusCode(200);
    }
}
