package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
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
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series, swings and projections over HTTP; the figures are those of the published results. */
@QuarkusTest
class ChangeTest {

    private static final String SWINGS = "/v1/swings?from=ge2010&to=ge2015&parties=con,lab";
    private static final String PROJECTION = "/v1/projections/uniform-swing?baseline=ge2010&change=con:-3.5,lab:2";

    @BeforeEach
    void importRealData() {
        RestAssured.config = RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
        Imported.once();
    }

    @Test
    void aSeatsSeriesRunsThroughItsByElection() {
        get("/v1/seats/E14000648/series?asOf=2015-05-07")
                .then()
                .statusCode(200)
                .body("seatCode", is("E14000648"))
                .body("boundarySet", is("2010"))
                .body("name", is("Corby"))
                .rootPath("points.find { it.electionId == 'by-2012-11-15-E14000648' }")
                .body("kind", is("by-election"))
                .body("basis", is("actual"))
                .body("pollingDay", is("2012-11-15"))
                .body("winner", is("lab"))
                .body("majorityVotes", is(17267 - 9476))
                .body("turnoutPct", closeTo(44.7, 0.1))
                .body("sharesPct.lab", closeTo(48.4144, 0.0001))
                .body("change.sinceElectionId", is("ge2010"))
                .body("change.sinceBasis", is("actual"))
                .body("change.sharesPts", not(hasKey("ukip")))
                .body("change.swing.party", is("lab"))
                .body("change.swing.against", is("con"))
                .body("change.swing.butlerPts", closeTo(12.67, 0.01));
    }

    @Test
    void generalElectionsCanBeComparedWithEachOther() {
        get("/v1/seats/E14000648/series?kind=general&parties=con,lab&asOf=2015-05-07")
                .then()
                .statusCode(200)
                .body("points.kind", everyItem(is("general")))
                .rootPath("points.find { it.electionId == 'ge2015' }")
                .body("change.sinceElectionId", is("ge2010"))
                .body("change.swing.party", is("con"))
                .body("change.swing.butlerPts", closeTo(0.4, 0.5));
        get("/v1/seats/E14000648/series?kind=by-election")
                .then()
                .body("points.electionId", contains("by-2012-11-15-E14000648"))
                .body("points[0].change", nullValue());
    }

    @Test
    void aSeriesEndsOnTheDayAskedFor() {
        get("/v1/seats/E14000648/series?asOf=2012-11-14").then().body("points[-1].electionId", is("ge2010"));
        get("/v1/seats/E14000648/series?asOf=2012-11-15")
                .then()
                .body("points[-1].electionId", is("by-2012-11-15-E14000648"));
        get("/v1/seats/E14000993/series?asOf=2010-05-26")
                .then()
                .statusCode(200)
                .body("points.electionId", not(hasItem("ge2010")));
    }

    @Test
    void aSeriesEndsTodayUnlessADayIsAskedFor() {
        get("/v1/seats/E14000648/series")
                .then()
                .body("asOf", is("2015-04-14"))
                .body("dataTo", nullValue())
                .body("points[-1].electionId", is("by-2012-11-15-E14000648"));
        get("/v1/regions/S92000003/series")
                .then()
                .body("asOf", is("2015-04-14"))
                .body("dataTo", nullValue())
                .body("points[-1].electionId", is("ge2010"));
    }

    @Test
    void aSeriesSaysWhereWhatIsKnownEnds() {
        String dataTo = get("/v1/seats?asOf=2030-01-01&limit=1").path("dataTo");

        get("/v1/regions/S92000003/series?asOf=2030-01-01")
                .then()
                .body("asOf", is("2030-01-01"))
                .body("dataTo", is(dataTo));
        get("/v1/seats/S14000021/series?asOf=2030-01-01")
                .then()
                .body("boundarySet", is("2024"))
                .body("dataTo", is(dataTo));
        get("/v1/seats/E14000648/series?asOf=2030-01-01")
                .then()
                .body("boundarySet", is("2010"))
                .body("dataTo", is("2024-07-03"))
                .body("points[-1].electionId", is("ge2019"));
    }

    @Test
    void theSpeakersSeatHasNoSwingBetweenPartiesThatDidNotStand() {
        get("/v1/seats/E14000608/series?parties=con,lab&asOf=2015-05-07")
                .then()
                .body("points[-1].sharesPct", not(hasKey("con")))
                .body("points[-1].change.swing.butlerPts", nullValue())
                .body("points[-1].change.sharesPts", hasKey("ukip"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : List.of("/v1/seats/E14009999/series", "/v1/seats/corby/series", "/v1/regions/E1/series")) {
            get(path).then().statusCode(404).body("type", is("/problems/not-found"));
        }
    }

    @Test
    void regionsAreListedWithTheirSeats() {
        get("/v1/regions")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items.findAll { it.boundarySet == '2010' }", hasSize(12))
                .body("items.findAll { it.boundarySet == '2010' }.seats.sum()", is(650))
                .rootPath("items.find { it.regionCode == 'E12000009' && it.boundarySet == '2010' }")
                .body("name", is("South West"))
                .body("country", is("England"))
                .body("seats", is(55));
    }

    @Test
    void scotlandsSeriesShowsTheNationalistLandslide() {
        get("/v1/regions/S92000003/series?parties=snp,lab&asOf=2015-05-07")
                .then()
                .statusCode(200)
                .body("name", is("Scotland"))
                .body("points.electionId", not(hasItem(containsString("by-"))))
                .rootPath("points.find { it.electionId == 'ge2015' }")
                .body("seats", is(59))
                .body("boundarySet", is("2010"))
                .body("basis", is("actual"))
                .body("sharesPct.snp", closeTo(49.9726, 0.00001))
                .body("seatsWon", is(Map.of("snp", 56, "con", 1, "lab", 1, "ld", 1)))
                .body("turnoutPct", closeTo(71.0, 0.2))
                .body("majorityVotes", is(1_454_436 - 707_147))
                .body("majorityPct", closeTo(25.6759, 0.00001))
                .body("change.sinceElectionId", is("ge2010"))
                .body("change.swing.butlerPts", closeTo(23.8718, 0.00001));
    }

    @Test
    void aRegionsSeriesLeavesOutWhatWasPutOffTillAfterTheDay() {
        get("/v1/regions/E12000003/series?asOf=2010-05-26")
                .then()
                .body("points.find { it.electionId == 'ge2010' }.seats", is(53));
        get("/v1/regions/E12000003/series?asOf=2010-05-27")
                .then()
                .body("points.find { it.electionId == 'ge2010' }.seats", is(54));
    }

    @Test
    void everySeatAndTheKingdomHaveTheirSwing() {
        get(SWINGS + "&limit=200&sort=name")
                .then()
                .statusCode(200)
                .body("from", is("ge2010"))
                .body("fromBasis", is("actual"))
                .body("boundarySet", is("2010"))
                .body("parties", contains("con", "lab"))
                .body("by", is("butler"))
                .body("total.seats", is(650))
                .body("total.seatsMeasured", is(631))
                .body("total.swingPts", is(-0.3521))
                .body("total.sharesBeforePct.con", is(36.0543))
                .body("total.sharesAfterPct.lab", is(30.4496))
                .rootPath("items.find { it.seatCode == 'E14000653' }")
                .body("swingPts", is(-2.2902))
                .body("sharesBeforePct.con", is(45.8461))
                .body("winnerBefore", is("con"))
                .body("winnerAfter", is("con"));
    }

    @Test
    void aSwingIsMeasuredAsAskedFor() {
        assertThat(seatIn(SWINGS + "&by=two-party", "E14000653").getDouble("swingPts"))
                .isEqualTo(-3.0247);
        get(SWINGS + "&by=two-party").then().body("by", is("two-party")).body("total.swingPts", is(-0.7022));
        get("/v1/swings?from=ge2015&to=ge2010&parties=con,lab").then().body("total.swingPts", is(0.3521));
        get("/v1/swings?from=ge2010&to=ge2015&parties=lab,con").then().body("total.swingPts", is(0.3521));
    }

    @Test
    void seatsStandByTheirSwingAndThoseWithoutOneLast() {
        List<Double> swings = new ArrayList<>();
        each(SWINGS + "&limit=200", page -> swings.addAll(page.getList("items.swingPts")));

        assertThat(swings).hasSize(650);
        assertThat(swings.subList(0, 631)).doesNotContainNull().isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(swings.subList(631, 650)).containsOnlyNulls();
    }

    @Test
    void theTotalIsThatOfTheRegionOrCountryAskedFor() {
        get("/v1/swings?from=ge2010&to=ge2015&parties=snp,lab&region=S92000003&limit=200")
                .then()
                .body("total.seats", is(59))
                .body("total.swingPts", is(23.8718))
                .body("items", hasSize(59))
                .body("items.regionCode", everyItem(is("S92000003")));
        get("/v1/swings?from=ge2010&to=ge2015&parties=snp,lab&country=Scotland")
                .then()
                .body("total.swingPts", is(23.8718));
        get(SWINGS + "&region=N92000002")
                .then()
                .body("total.seats", is(18))
                .body("total.seatsMeasured", is(0))
                .body("total.swingPts", nullValue())
                .body("total.sharesBeforePct", not(hasKey("lab")));
        get(SWINGS + "&region=S92000003&country=England")
                .then()
                .statusCode(200)
                .body("total.seats", is(0))
                .body("total.swingPts", nullValue())
                .body("items", empty());
    }

    @Test
    void aByElectionCanBeComparedWithTheGeneralElectionBefore() {
        get("/v1/swings?from=ge2010&to=by-2012-11-15-E14000648&parties=lab,con")
                .then()
                .body("total.seats", is(1))
                .body("items", hasSize(1))
                .body("items[0].winnerBefore", is("con"))
                .body("items[0].winnerAfter", is("lab"))
                .body("items[0].swingPts", closeTo(12.67, 0.01));
    }

    @Test
    void aUniformSwingTellsWhichSeatsChangeHands() {
        get(PROJECTION + "&changedOnly=true&limit=200")
                .then()
                .statusCode(200)
                .body("baseline", is("ge2010"))
                .body("baselineBasis", is("actual"))
                .body("boundarySet", is("2010"))
                .body("changePts", is(Map.of("con", -3.5, "lab", 2.0)))
                .body("totals.seats", is(650))
                .body("totals.parties[0].party", is("lab"))
                .body("totals.parties[0].seatsBefore", is(258))
                .body("totals.parties[0].seatsAfter", is(295))
                .body("totals.parties.find { it.party == 'con' }.seatsAfter", is(262))
                .body("totals.parties.seatsAfter.sum()", is(650))
                .body("items.changesHands", everyItem(is(true)))
                .body("items.name", hasItem("North Warwickshire"));
        JsonPath crewe = seatIn(PROJECTION + "&limit=200", "E14000653");
        assertThat(crewe.getString("holder")).isEqualTo("con");
        assertThat(crewe.getString("winner")).isEqualTo("con");
        assertThat(crewe.getDouble("sharesPct.con")).isEqualTo(42.3461);
        assertThat(crewe.getDouble("sharesPct.lab")).isEqualTo(36.0106);
        assertThat(crewe.getDouble("majorityPts")).isEqualTo(6.3354);
    }

    @Test
    void noChangeChangesNoSeat() {
        get("/v1/projections/uniform-swing?baseline=ge2010&change=con:0&changedOnly=true")
                .then()
                .statusCode(200)
                .body("totals.changingHands", is(0))
                .body("totals.parties.find { it.party == 'con' }.shareAfterPct", is(36.0543))
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void onlyTheAreaAskedForChanges() {
        get("/v1/projections/uniform-swing?baseline=ge2010&change=snp:30,lab:-18&country=Scotland&limit=200")
                .then()
                .body("totals.seats", is(59))
                .body("items", hasSize(59))
                .body("totals.parties[0].party", is("snp"))
                .body("totals.parties[0].seatsBefore", is(6))
                .body("items.sharesPct.collect { it.values().min() }", everyItem(not(lessThan(0.0))));
        get(PROJECTION + "&region=E12000002&limit=200")
                .then()
                .body("totals.seats", is(75))
                .body("items.regionCode", everyItem(is("E12000002")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SWINGS + "&limit=199",
                SWINGS + "&limit=200&sort=name&by=two-party",
                "/v1/projections/uniform-swing?baseline=ge2010&change=con:-3.5,lab:2&limit=120"
            })
    void pagesPutTogetherAreTheListWithoutLoss(String path) {
        List<String> seats = new ArrayList<>();
        List<Object> totals = new ArrayList<>();
        each(path, page -> {
            seats.addAll(page.getList("items.seatCode"));
            totals.add(page.get(path.startsWith("/v1/swings") ? "total" : "totals"));
        });

        assertThat(seats).hasSize(650);
        assertThat(new HashSet<>(seats)).hasSize(650);
        assertThat(new HashSet<>(totals)).hasSize(1);
    }

    @Test
    void theNextPageIsLinkedAndBelongsToItsQuestion() {
        Response first = get(SWINGS + "&limit=2");
        String cursor = first.path("next");

        assertThat(first.header("Link")).contains("cursor=" + cursor).endsWith(">; rel=\"next\"");
        get(SWINGS + "&limit=2&cursor=" + cursor).then().statusCode(200).body("items", hasSize(2));
        for (String other : List.of("&by=two-party", "&sort=name", "&region=S92000003", "&country=England")) {
            get(SWINGS + other + "&cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("type", is("/problems/cursor-refused"));
        }
        String projected = get(PROJECTION + "&limit=2").path("next");
        get("/v1/projections/uniform-swing?baseline=ge2010&change=con:-3.5,lab:3&cursor=" + projected)
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-refused"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SWINGS, PROJECTION, "/v1/regions", "/v1/regions/S92000003/series", "/v1/seats/E14000648/series"})
    void whoHasTheAnswerAlreadyIsToldSo(String path) {
        Response first = get(path);

        first.then().header("Cache-Control", containsString("public"));
        given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
    }

    @Test
    void swingsComeAsAFileToo() {
        List<String> lines = lines(SWINGS.replace("swings?", "swings.csv?"));

        assertThat(lines).hasSize(651);
        assertThat(lines.get(0))
                .isEqualTo("seatCode,boundarySet,name,regionCode,swingPts,conBeforePct,conAfterPct,labBeforePct,"
                        + "labAfterPct,winnerBefore,winnerAfter");
        assertThat(lines)
                .contains("E14000653,2010,Crewe and Nantwich,E12000002,-2.2902,45.8461,44.9836,34.0106,37.7285,con,con")
                .contains("E14000608,2010,Buckingham,E12000008,,,,,,spk,spk");
    }

    @Test
    void aUniformSwingComesAsAFileToo() {
        List<String> lines = lines(PROJECTION.replace("uniform-swing?", "uniform-swing.csv?") + "&changedOnly=true");

        assertThat(lines).hasSize(46);
        assertThat(lines.get(0))
                .startsWith(
                        "seatCode,boundarySet,name,regionCode,holder,winner,changesHands,majorityPts,labPct,conPct,");
        assertThat(lines).anyMatch(line -> line.contains(",2010,North Warwickshire,E12000005,con,lab,true,"));
    }

    private static List<String> lines(String path) {
        return get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private static void each(String path, Consumer<JsonPath> visitor) {
        String cursor = null;
        do {
            JsonPath page = get(path + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            visitor.accept(page);
            cursor = page.getString("next");
        } while (cursor != null);
    }

    /** The seat's item, on whichever page it is. */
    private static JsonPath seatIn(String path, String seatCode) {
        List<JsonPath> found = new ArrayList<>();
        each(path, page -> {
            int place = page.getList("items.seatCode").indexOf(seatCode);
            if (place >= 0) {
                found.add(page.setRootPath("items[" + place + "]"));
            }
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
