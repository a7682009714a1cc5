package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class PollListTest extends Running {

    @Test
    void creweSwungFromConservativeToLabourBy777() {
        given().get("/v1/polls?pollster=Lord Ashcroft&seat=" + RealData.CREWE)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("next", nullValue())
                .body("items", hasSize(1))
                .body("items[0].seatName", is("Crewe and Nantwich"))
                .body("items[0].fieldworkEnd", is("2015-04-09"))
                .body("items[0].sampleSize", is(586))
                .body("items[0].questions.question", contains("constituency"))
                .rootPath("items[0].questions[0]")
                .body("basis", is("headline"))
                .body("sharesPct.option", contains("con", "lab", "ld", "green", "ukip", "other"))
                .body("sharesPct[1].pct", is(41.6f))
                // 1.96·√(0.416·0.584/586)
                .body("sharesPct[1].marginPts", is(3.99f))
                .body("headlinePct[1].pct", is(41.6f))
                .body("dontKnowPct", nullValue())
                .body("lead.option", is("lab"))
                .body("lead.pts", is(3.7f))
                .body("lead.headlinePts", is(3.7f))
                // √((0.416+0.379−0.037²)/586)
                .body("lead.samplingSdPts", is(3.68f))
                .body("swing.from", is("con"))
                .body("swing.to", is("lab"))
                .body("swing.pts", is(7.77f))
                .body("swing.baselineElectionId", is("ge2010"));
    }

    @Test
    void rochesterIsMeasuredFromItsByElection() {
        given().get("/v1/polls?asOf=2015-05-07&seat=E14000898")
                .then()
                .body("items[0].questions[0].swing.baselineElectionId", is("by-2014-11-20-E14000898"))
                .body("items[0].questions[0].swing.from", is("ukip"))
                .body("items[0].questions[0].swing.to", is("con"));
    }

    @Test
    void aMembersBallotHasALeadAndNoSwing() {
        as(HQ).get("/v1/polls?question=members-ballot&seat=" + RealData.STOKE_NORTH)
                .then()
                .body("items[0].questions[0].basis", is("raw"))
                .body("items[0].questions[0].lead.option", is("smith"))
                .body("items[0].questions[0].lead.pts", is(1))
                .body("items[0].questions[0].lead.headlinePts", is(1.19f))
                .body("items[0].questions[0].lead.samplingSdPts", nullValue())
                .body("items[0].questions[0].headlinePct.pct", contains(51.19f, 50))
                .body("items[0].questions[0].dontKnowPct", is(16))
                .body("items[0].questions[0].swing", nullValue())
                .body("items[0].fieldworkEnd", nullValue());
    }

    @Test
    void thePollOfOneIdIsTheOneOfTheList() {
        JsonPath listed = given().get("/v1/polls?limit=1").jsonPath();

        assertThat((Object) given().get("/v1/polls/" + listed.getString("items[0].pollId"))
                        .jsonPath()
                        .get())
                .isEqualTo(listed.get("items[0]"));
    }

    @Test
    void todayIsThe14thOfApril2015AndLaterFieldworkIsYetToCome() {
        given().get("/v1/polls?limit=200")
                .then()
                .body("items.fieldworkEnd", everyItem(lessThanOrEqualTo("2015-04-14")));
        given().get("/v1/polls?geography=seat&limit=200&asOf=2015-05-07")
                .then()
                .body("items.fieldworkEnd", hasItem("2015-05-03"));
        given().get("/v1/polls?geography=seat&asOf=2014-06-12").then().body("items", hasSize(1));
        given().get("/v1/polls?geography=seat&asOf=2014-06-11").then().body("items", empty());
    }

    @Test
    void pollsOfUnknownFieldworkBelongToEveryDayAndComeLast() {
        as(HQ).get("/v1/polls?geography=seat&asOf=2014-06-12&limit=200&pollster=Lord Ashcroft")
                .then()
                .body("items", hasSize(1));
        List<String> ends = as(HQ).get("/v1/polls?geography=seat&asOf=2014-06-12&limit=200")
                .jsonPath()
                .getList("items.fieldworkEnd");

        assertThat(ends).hasSizeGreaterThan(12).endsWith((String) null);
        assertThat(ends.get(0)).isEqualTo("2014-06-12");
    }

    @Test
    void filtersNarrowTheListAndTheCountsAlike() {
        String filters =
                "?region=E12000002&pollster=Lord Ashcroft&population=adults&question=constituency&visibility=public";
        JsonPath list = given().get("/v1/polls" + filters + "&limit=200").jsonPath();

        assertThat(list.getList("items")).isNotEmpty();
        assertThat(list.getList("items.seatCode", String.class))
                .contains(RealData.CREWE)
                .doesNotContain(RealData.HALLAM);
        given().get("/v1/polls/counts" + filters)
                .then()
                .body("polls", is(list.getList("items").size()));
        given().get("/v1/polls?region=E12000002&seat=" + RealData.HALLAM)
                .then()
                .statusCode(200)
                .body("items", empty());
        given().get("/v1/polls?pollster=Nobody").then().body("items", empty());
        given().get("/v1/polls?population=party-members").then().body("items", empty());
    }

    @Test
    void fieldworkCanBeBounded() {
        String march = "/v1/polls?limit=200&fieldworkFrom=2015-03-01&fieldworkTo=2015-03-31";

        List<String> ends = given().get(march).jsonPath().getList("items.fieldworkEnd");
        assertThat(ends).isNotEmpty().allSatisfy(end -> assertThat(end).startsWith("2015-03-"));
        as(HQ).get("/v1/polls?population=party-members&fieldworkFrom=2000-01-01")
                .then()
                .body("items", empty());
        given().get("/v1/polls?fieldworkFrom=2015-03-02&fieldworkTo=2015-03-01")
                .then()
                .statusCode(400)
                .body("parameter", is("fieldworkTo"));
    }

    @Test
    void aPartOfANameIsEnough() {
        given().get("/v1/polls?q=CREWE").then().body("items.seatCode", everyItem(is(RealData.CREWE)));
        given().get("/v1/polls?q=ashcrOft&limit=1").then().body("items.pollster", contains("Lord Ashcroft"));
        given().get("/v1/polls?q=nobody of this name").then().body("items", empty());
    }

    @Test
    void aSeatIsOneOfItsBoundarySet() {
        given().get("/v1/polls?boundarySet=2010&seat=" + RealData.CREWE).then().body("items", hasSize(greaterThan(0)));
        given().get("/v1/polls?boundarySet=2024&seat=" + RealData.CREWE)
                .then()
                .statusCode(400)
                .body("parameter", is("seat"));
        given().get("/v1/polls?boundarySet=2024").then().statusCode(200).body("items", empty());
    }

    @Test
    void theListCanBeSortedByLeadEitherWay() {
        for (String sort : new String[] {"lead", "-lead"}) {
            List<Float> all = given().get("/v1/polls?geography=seat&pollster=Lord Ashcroft&limit=200&sort=" + sort)
                    .jsonPath()
                    .getList("items.collect { it.questions[0].lead.headlinePts }", Float.class);

            assertThat(all)
                    .hasSizeGreaterThan(100)
                    .isSortedAccordingTo(sort.equals("lead") ? Comparator.naturalOrder() : Comparator.reverseOrder());
        }
    }

    @Test
    void whatIsNotKnownComesLastEitherWay() {
        for (String sort : new String[] {"fieldwork", "-fieldwork", "pollster", "-pollster", "sample", "-sample"}) {
            List<String> ends = as(HQ).get("/v1/polls?geography=seat&limit=200&asOf=2014-09-01&sort=" + sort)
                    .jsonPath()
                    .getList("items.fieldworkEnd");

            assertThat(ends).as(sort).hasSizeGreaterThan(12);
            assertThat(ends.subList(ends.size() - 12, ends.size())).as(sort).containsOnlyNulls();
        }
    }

    @Test
    void hallamWasPolledThreeTimes() {
        given().get("/v1/polls/counts?asOf=2015-05-07&seat=" + RealData.HALLAM)
                .then()
                .body("seats.seatCode", contains(RealData.HALLAM))
                .body("polls", is(3));
    }

    @Test
    void pagesTogetherAreTheWholeListOnce() {
        List<String> whole = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 50);
            JsonPath page = (next == null ? request : request.queryParam("cursor", next))
                    .get("/v1/polls?geography=seat")
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(50).isNotEmpty();
            whole.addAll(page.getList("items.pollId"));
            next = page.getString("next");
        } while (next != null);

        assertThat(whole).doesNotHaveDuplicates();
        given().get("/v1/polls/counts?geography=seat").then().body("polls", is(whole.size()));
        assertThat(given().get("/v1/polls?geography=seat&limit=200").jsonPath().getList("items.pollId", String.class))
                .isEqualTo(whole);
    }

    @Test
    void theNextPageIsLinked() {
        String link = given().get("/v1/polls?limit=2&question=constituency").header("Link");

        assertThat(link).startsWith("</v1/polls?").endsWith(">; rel=\"next\"");
        given().urlEncodingEnabled(false)
                .get(link.substring(1, link.indexOf('>')))
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @Test
    void aListThatIsTheSameIsNotSentAgain() {
        String tag = given().get("/v1/polls").header("ETag");

        given().header("If-None-Match", tag).get("/v1/polls").then().statusCode(304);
        given().get("/v1/polls?limit=49").then().header("ETag", not(tag));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, many",
        "asOf, 14 April",
        "asOf, 2015-02-30",
        "seat, crewe",
        "seat, E14999999",
        "region, E12999999",
        "population, dogs",
        "question, weather",
        "visibility, secret",
        "status, lost",
        "kind, tea-leaves",
        "geography, moon",
        "boundarySet, 1832",
        "sort, weather",
        "fieldworkFrom, yesterday",
        "q, '\u0000'",
        "client, '\u0000'",
        "pollster, '\u0000'"
    })
    void aParameterThatCannotBeAcceptedIsNamed(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/v1/polls")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is(parameter));
    }

    @Test
    void aCursorThatIsNotOursIsRefused() {
        String cursor = given().get("/v1/polls?limit=1").path("next");

        for (String query : new String[] {"cursor=rubbish", "cursor=" + cursor + "&question=standard"}) {
            given().get("/v1/polls?limit=1&" + query)
                    .then()
                    .statusCode(400)
                    .body("type", is("/problems/cursor-refused"));
        }
    }
}
