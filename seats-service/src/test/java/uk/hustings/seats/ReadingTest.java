package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingTest {

    @BeforeEach
    void importRealData() {
        RestAssured.config = RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
        Imported.once();
    }

    @Test
    void aSeatTellsItsHolderAndMajorityAndTheResultThatSaysSo() {
        get("/v1/seats/E14000653")
                .then()
                .statusCode(200)
                .body("name", is("Crewe and Nantwich"))
                .body("boundarySet", is("2010"))
                .body("regionCode", is("E12000002"))
                .body("electorate", is(79728))
                .body("centroid.lat", is(53.06246))
                .body("holder", is("con"))
                .body("majorityVotes", is(6046))
                .body("majorityPct", closeTo(11.84, 0.005))
                .body("latestResult.electionId", is("ge2010"))
                .body("latestResult.turnoutPct", closeTo(64.07, 0.005))
                .body("latestResult.candidates", hasSize(6))
                .body("latestResult.candidates[0].name", is("Edward Timpson"))
                .body("latestResult.candidates[0].sharePct", is(45.8461))
                .body("latestResult.candidates[5].rank", is(6));
    }

    @Test
    void aSeatStandsAsItDidOnTheDayAskedFor() {
        get("/v1/seats/E14000648?asOf=2012-10-22").then().body("holder", is("con"));
        get("/v1/seats/E14000648?asOf=2012-11-14").then().body("holder", nullValue());
        get("/v1/seats/E14000648?asOf=2012-11-15")
                .then()
                .body("holder", is("lab"))
                .body("latestResult.electionId", is("by-2012-11-15-E14000648"));
        get("/v1/seats/E14000648").then().body("holder", is("lab"));
        get("/v1/seats/E14000648?asOf=2015-05-07").then().body("holder", is("con"));
    }

    @Test
    void thirskAndMaltonHadNoHolderBeforeItsOwnPollingDay() {
        get("/v1/seats/E14000993?asOf=2010-05-26")
                .then()
                .body("holder", nullValue())
                .body("majorityPct", nullValue())
                .body("latestResult", nullValue());
        get("/v1/seats/E14000993?asOf=2010-05-27")
                .then()
                .body("holder", is("con"))
                .body("latestResult.pollingDay", is("2010-05-27"));
    }

    @Test
    void theSpeakerHoldsBuckingham() {
        get("/v1/seats/E14000608").then().body("holder", is("spk"));
        get("/v1/seats?holder=spk").then().body("items.seatCode", contains("E14000608"));
    }

    @Test
    void seatsAreFoundByPartOfTheNameWhateverTheAccents() {
        given().queryParam("q", "YNYS MON").get("/v1/seats").then().body("items.name", contains("Ynys Môn"));
        get("/v1/seats?q=crewe")
                .then()
                .body("items.seatCode", contains("E14000653"))
                .body("next", nullValue());
        get("/v1/seats?q=nowhere").then().statusCode(200).body("items", empty());
    }

    @Test
    void seatsAreCountedByHolderAndRegion() {
        assertThat(all("/v1/seats?holder=con&asOf=2010-06-01&limit=200")).hasSize(306);
        assertThat(all("/v1/seats?holder=lab&asOf=2010-06-01&limit=200")).hasSize(258);
        assertThat(all("/v1/seats?holder=ld&asOf=2010-06-01&limit=200")).hasSize(57);
        get("/v1/seats?region=E12000009&limit=200")
                .then()
                .body("items", hasSize(55))
                .body("items.regionName", everyItem(is("South West")));
    }

    @Test
    void anUnknownSeatIsNotFound() {
        for (String path : List.of("/v1/seats/E14009999", "/v1/seats/crewe", "/v1/elections/ge1910", "/v1/nothing")) {
            get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/not-found"));
        }
    }

    @Test
    void partiesAreListedWithColourAndLineage() {
        get("/v1/parties")
                .then()
                .statusCode(200)
                .body("items.code", hasItems("con", "lab", "ld", "snp", "pc", "spk", "ind", "other"))
                .body("next", nullValue())
                .body("items.find { it.code == 'reform' }.lineage", contains("brexit"))
                .body("items.find { it.code == 'lab' }.colour", is("#E4003B"));
    }

    @Test
    void electionsAreListedByPollingDay() {
        get("/v1/elections?boundarySet=2010&limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(4 + 59 + 1))
                .body("items[0].electionId", is("ge2005-notional-2010"))
                .body("items[1].electionId", is("ge2010"));
        get("/v1/elections?boundarySet=2024")
                .then()
                .body("items.electionId", contains("ge2019-notional-2024", "ge2024"));
        get("/v1/elections/ge2010")
                .then()
                .body("kind", is("general"))
                .body("pollingDay", is("2010-05-06"))
                .body("seats", is(650));
        get("/v1/elections/by-2012-11-15-E14000648")
                .then()
                .body("kind", is("by-election"))
                .body("seats", is(1));
    }

    @Test
    void resultsAreFilteredByRegionAndSeat() {
        get("/v1/elections/ge2010/results?region=W92000004")
                .then()
                .body("items", hasSize(40))
                .body("items[0].seatName", is("Aberavon"));
        get("/v1/elections/ge2010/results?seat=E14000993")
                .then()
                .body("items", hasSize(1))
                .body("items[0].pollingDay", is("2010-05-27"));
        get("/v1/elections/by-2012-11-15-E14000648/results?seat=E14000993")
                .then()
                .body("items", empty());
    }

    @Test
    void aRankingTellsWhatItTakesToWinASeat() {
        var crewe = seatIn("/v1/rankings?party=lab&asOf=2010-06-01&limit=200", "E14000653");

        assertThat(crewe.getDouble("leadPts")).isEqualTo(11.8354);
        assertThat(crewe.getDouble("swingRequiredPts")).isEqualTo(5.9177);
        assertThat(crewe.getInt("majorityVotes")).isEqualTo(6046);
        assertThat(crewe.getInt("switchersNeeded")).isEqualTo(3024);
        assertThat(crewe.getInt("mobilisedNeeded")).isEqualTo(6047);
    }

    @Test
    void aThirdPlacedChallengerIsMeasuredAgainstTheWinner() {
        String hallam = "E14000922";

        assertThat(seatIn("/v1/rankings?party=con&limit=200", hallam).getDouble("leadPts"))
                .isBetween(29.85, 29.95);
        JsonPath labour = seatIn("/v1/rankings?party=lab&limit=200", hallam);
        assertThat(labour.getDouble("leadPts")).isBetween(37.25, 37.35);
        assertThat(labour.getInt("leadVotes")).isGreaterThan(labour.getInt("majorityVotes"));
    }

    @Test
    void aSeatWonAtAByElectionIsDefendedInstead() {
        assertThat(codes("/v1/rankings?party=lab&limit=200")).doesNotContain("E14000648");
        assertThat(codes("/v1/rankings?party=lab&side=holder&limit=200")).contains("E14000648");
    }

    @Test
    void ranksStayThoseOfTheWholeCountryWithinARegion() {
        List<Integer> ranks = get("/v1/rankings?party=lab&region=E12000002&limit=200")
                .then()
                .body("items.regionCode", everyItem(is("E12000002")))
                .extract()
                .path("items.rank");

        assertThat(ranks.get(ranks.size() - 1)).isGreaterThan(ranks.size());
    }

    @Test
    void aDayBeforeTheFactsBeginIsRefused() {
        get("/v1/rankings?party=lab&asOf=1997-05-01")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is("asOf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/rankings",
                "/v1/rankings?party=labour",
                "/v1/rankings?party=other",
                "/v1/rankings?party=lab&side=left",
                "/v1/rankings?party=lab&by=feet",
                "/v1/rankings?party=lab&asOf=2015-02-30",
                "/v1/rankings?party=lab&region=E1",
                "/v1/seats?asOf=yesterday",
                "/v1/seats?holder=tory",
                "/v1/seats?region=E12999999",
                "/v1/seats?limit=0",
                "/v1/seats?limit=201",
                "/v1/seats?limit=many",
                "/v1/elections/ge2010/results?seat=E14009999",
                "/v1/elections/ge2010/results?seat=crewe"
            })
    void aParameterThatCannotBeAcceptedIsNamed(String path) {
        get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", notNullValue());
    }

    @Test
    void aPageHasFromOneToTwoHundredItems() {
        get("/v1/seats?limit=1").then().body("items", hasSize(1));
        get("/v1/seats?limit=200").then().body("items", hasSize(200));
        get("/v1/seats").then().body("items", hasSize(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/seats?limit=7",
                "/v1/elections/ge2010/results?limit=199",
                "/v1/rankings?party=snp&limit=200",
                "/v1/elections?boundarySet=2010&limit=5"
            })
    void pagesPutTogetherAreTheListWithoutLoss(String path) {
        int expected = path.startsWith("/v1/elections?") ? 64 : path.startsWith("/v1/rankings") ? 644 : 650;
        List<String> items = all(path);

        assertThat(items).hasSize(expected);
        assertThat(new HashSet<>(items)).hasSize(expected);
    }

    @Test
    void theNextPageIsLinkedInAHeaderToo() {
        Response first = get("/v1/seats?limit=2&region=E12000009");
        String link = first.header("Link");

        assertThat(link).startsWith("</v1/seats?").contains("region=E12000009").endsWith(">; rel=\"next\"");
        String path = link.substring(1, link.indexOf('>'));
        get(path).then().statusCode(200).body("items", hasSize(2));
    }

    @Test
    void aCursorOfAnotherListOrTamperedWithIsRefused() {
        String cursor = get("/v1/seats?limit=2").path("next");

        get("/v1/seats?cursor=" + cursor).then().statusCode(200);
        for (String refused : List.of(
                "/v1/seats?cursor=x" + cursor,
                "/v1/seats?cursor=AAAA",
                "/v1/seats?holder=con&cursor=" + cursor,
                "/v1/elections?cursor=" + cursor)) {
            get(refused).then().statusCode(400).body("type", is("/problems/cursor-refused"));
        }
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() {
        Response first = get("/v1/seats?limit=3");

        first.then()
                .header("ETag", notNullValue())
                .header("Cache-Control", containsString("public"))
                .header("Vary", containsString("Authorization"))
                .contentType("application/json");
        given().header("If-None-Match", first.header("ETag"))
                .get("/v1/seats?limit=3")
                .then()
                .statusCode(304)
                .header("ETag", is(first.header("ETag")))
                .body(is(""));
        given().header("If-None-Match", first.header("ETag"))
                .get("/v1/seats?limit=4")
                .then()
                .statusCode(200)
                .header("ETag", not(first.header("ETag")));
    }

    @Test
    void theServiceSaysThatItIsReady() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("facts"))
                .body("checks.find { it.name == 'facts' }.data.seats", greaterThanOrEqualTo(2 * 650));
        get("/q/metrics").then().statusCode(200).body(containsString("hustings_facts_age_seconds"));
    }

    private static List<String> codes(String path) {
        return all(path);
    }

    /** What identifies the items of every page, from the first to the last. */
    private static List<String> all(String path) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = get(path + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("items.collect { it.seatCode ?: it.electionId }"));
            cursor = page.getString("next");
        } while (cursor != null);
        return found;
    }

    /** The seat's item, on whichever page it is. */
    private static JsonPath seatIn(String path, String seatCode) {
        String cursor = null;
        do {
            JsonPath page =
                    get(path + (cursor == null ? "" : "&cursor=" + cursor)).jsonPath();
            int place = page.getList("items.seatCode").indexOf(seatCode);
            if (place >= 0) {
                return page.setRootPath("items[" + place + "]");
            }
            cursor = page.getString("next");
        } while (cursor != null);
        throw new AssertionError(seatCode + " is on no page of " + path);
    }
}
