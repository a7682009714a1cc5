package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the seats that an organiser asks for. */
@QuarkusTest
class FindingTest {

    private static final String SHEFFIELD = "53.38,-1.47";

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @Test
    void aListSaysForWhichDayAndBoundarySetItIs() {
        get("/v1/seats?asOf=2012-01-01&limit=1")
                .then()
                .body("asOf", is("2012-01-01"))
                .body("boundarySet", is("2010"))
                .body("dataTo", nullValue());
        get("/v1/seats?boundarySet=2010&asOf=2099-01-01&limit=1").then().body("dataTo", notNullValue());
    }

    @Test
    void aFilteredListIsTheFilterOfTheWholeList() {
        List<Map<String, Object>> all = all("/v1/seats?limit=200&challenger=lab&near=" + SHEFFIELD);

        assertThat(codes(all("/v1/seats?limit=200&challenger=lab&near=" + SHEFFIELD + "&region=E12000003")))
                .containsExactlyElementsOf(
                        codes(all, seat -> seat.get("regionCode").equals("E12000003")));
        assertThat(codes(all("/v1/seats?limit=200&challenger=lab&near=" + SHEFFIELD + "&maxSwing=5&holder=con")))
                .isNotEmpty()
                .containsExactlyElementsOf(codes(
                        all,
                        seat -> "con".equals(seat.get("holder"))
                                && seat.get("swingRequiredPts") != null
                                && number(seat, "swingRequiredPts") <= 5));
        assertThat(codes(all("/v1/seats?limit=200&challenger=lab&near=" + SHEFFIELD + "&withinKm=30")))
                .isNotEmpty()
                .containsExactlyElementsOf(codes(all, seat -> number(seat, "distanceKm") <= 30));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/seats?sort=majority, majorityPct, 1",
        "/v1/seats?sort=-majority, majorityPct, -1",
        "/v1/seats?challenger=lab&sort=swing, swingRequiredPts, 1",
        "/v1/seats?near=53.38%2C-1.47, distanceKm, 1",
        "/v1/seats?near=53.38%2C-1.47&sort=-distance, distanceKm, -1",
        "/v1/rankings?party=lab&near=53.38%2C-1.47&sort=distance, distanceKm, 1",
        "/v1/rankings?party=lab&sort=-majority, majorityPct, -1",
        "/v1/rankings?party=ld&side=holder, majorityPct, 1"
    })
    void aListIsSortedAsAsked(String path, String field, int direction) {
        List<Double> figures = all(path + "&limit=200").stream()
                .filter(seat -> seat.get(field) != null)
                .map(seat -> number(seat, field))
                .toList();

        Comparator<Double> order = Comparator.naturalOrder();
        assertThat(figures).hasSizeGreaterThan(20).isSortedAccordingTo(direction > 0 ? order : order.reversed());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyFilterGivesWhatItLeavesOfTheWholeList(long seed) {
        Random random = new Random(seed);
        String challenger = pick(random, "lab", "con", "ld", "snp");
        String region = pick(random, "E12000001", "E12000005", "S92000003", "W92000004");
        String holder = challenger.equals("con") ? pick(random, "lab", "ld") : pick(random, "con", "dup", "spk");
        double maxSwing = Math.round(random.nextDouble() * 300) / 10.0;
        int withinKm = random.nextInt(400);
        String list = "/v1/seats?limit=200&challenger=" + challenger + "&near=" + SHEFFIELD;

        assertThat(codes(all(list + "&region=" + region + "&holder=" + holder + "&maxSwing=" + maxSwing + "&withinKm="
                        + withinKm)))
                .containsExactlyElementsOf(codes(
                        all(list),
                        seat -> region.equals(seat.get("regionCode"))
                                && holder.equals(seat.get("holder"))
                                && seat.get("swingRequiredPts") != null
                                && number(seat, "swingRequiredPts") <= maxSwing
                                && number(seat, "distanceKm") <= withinKm));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Test
    void punctuationDoesNotHideASeat() {
        get("/v1/seats?q=sheffield hallam").then().body("items.name", contains("Sheffield, Hallam"));
    }

    @Test
    void aListOfEndedBoundariesSaysWhenTheyEnded() {
        get("/v1/seats?boundarySet=2010&asOf=2024-07-04&limit=1").then().body("dataTo", is("2024-07-03"));
        get("/v1/seats/E14000922/neighbours?asOf=2099-01-01").then().body("dataTo", is("2024-07-03"));
    }

    @Test
    void namesGoBothWays() {
        List<String> forwards = codes(all("/v1/seats?sort=name&limit=200"));
        List<String> backwards = new ArrayList<>(codes(all("/v1/seats?sort=-name&limit=200")));
        Collections.reverse(backwards);

        assertThat(forwards).containsExactlyElementsOf(backwards);
    }

    @Test
    void theNearestSeatComesFirst() {
        get("/v1/seats?limit=3&near=" + SHEFFIELD)
                .then()
                .body("items[0].name", is("Sheffield Central"))
                .body("items.distanceKm", everyItem(notNullValue()));
    }

    @Test
    void aThreeWaySeatIsMeasuredForEachChallenger() {
        get("/v1/seats?q=hallam&challenger=lab&asOf=2010-06-01")
                .then()
                .body("items.second", contains("con"))
                .body("items.swingRequiredPts[0].toString()", containsString("18.6"));
        get("/v1/seats?q=hallam&challenger=con&asOf=2010-06-01")
                .then()
                .body("items.swingRequiredPts[0].toString()", containsString("14.9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/seats?maxSwing=5 | maxSwing",
                "/v1/seats?challenger=lab&maxSwing=100.1 | maxSwing",
                "/v1/seats?challenger=lab&maxSwing=much | maxSwing",
                "/v1/seats?challenger=lab&maxSwing=1e999 | maxSwing",
                "/v1/seats?challenger=lab&holder=lab | challenger",
                "/v1/seats?challenger=other | challenger",
                "/v1/seats?withinKm=5 | withinKm",
                "/v1/seats?near=53,-1&withinKm=2000.1 | withinKm",
                "/v1/seats?near=53,-1&withinKm=-1 | withinKm",
                "/v1/seats?near=53 | near",
                "/v1/seats?near=90.1,0 | near",
                "/v1/seats?near=0,-180.1 | near",
                "/v1/seats?near=a,b | near",
                "/v1/seats?sort=distance | sort",
                "/v1/seats?sort=swing | sort",
                "/v1/seats?sort=size | sort",
                "/v1/seats?boundarySet=1832 | boundarySet",
                "/v1/seats?country=Mercia | country",
                "/v1/seats?country=Scotland&region=E12000003 | region",
                "/v1/seats?asOf=1990-01-01 | asOf",
                "/v1/seats?asOf=2015-02-29 | asOf",
                "/v1/seats?limit=0 | limit",
                "/v1/seats?limit=201 | limit",
                "/v1/rankings?party=lab&holder=lab | holder",
                "/v1/rankings?party=lab&side=holder&holder=con | holder",
                "/v1/rankings/comparison?party=lab | from",
                "/v1/rankings/comparison?party=lab&from=2012-01-01&to=2011-01-01 | to",
                "/v1/rankings/comparison?party=lab&from=2012-01-01&top=0 | top",
                "/v1/rankings/comparison?party=lab&from=2012-01-01&top=1001 | top",
                "/v1/elections?kind=local | kind",
                "/v1/elections?basis=guess | basis",
                "/v1/elections/ge2010/results?seat=E14009999 | seat",
            })
    void whatMakesNoSenseIsRefusedByName(String path, String parameter) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is(parameter))
                .body("detail", containsString(parameter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/seats?challenger=lab&maxSwing=100",
                "/v1/seats?challenger=lab&maxSwing=-100",
                "/v1/seats?near=90,180&withinKm=2000",
                "/v1/seats?near=-90,-180&withinKm=0",
                "/v1/seats?limit=1",
                "/v1/seats?limit=200",
                "/v1/rankings/comparison?party=lab&from=2012-01-01&to=2013-01-01&top=1",
                "/v1/rankings/comparison?party=lab&from=2012-01-01&to=2013-01-01&top=1000"
            })
    void whatIsAtTheLimitIsAnswered(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }

    @Test
    void aComparisonTellsWhatLeftAndWhy() {
        get("/v1/rankings/comparison?party=lab&from=2010-06-30&to=2015-04-14&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'Corby' }.change", is("left"))
                .body("items.find { it.name == 'Corby' }.reason", is("won"))
                .body("items.find { it.name == 'Corby' }.rankTo", nullValue());
    }

    @Test
    void aFileHoldsTheWholeListAndKeepsFormulasFromRunning() {
        Response csv = get("/v1/seats.csv?holder=con&asOf=2010-06-01&sort=majority");

        csv.then().statusCode(200).contentType("text/csv");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(307);
        assertThat(lines.get(0)).startsWith("seatCode,boundarySet,name,");
        assertThat(lines.get(1)).contains("North Warwickshire");
        assertThat(get("/v1/rankings.csv?party=lab&asOf=2015-04-14").asString().lines())
                .hasSizeGreaterThan(380);
    }

    @Test
    void aHexMapIsDrawnForTheSeatsThatHaveAPlace() {
        get("/v1/seats.hexjson")
                .then()
                .statusCode(200)
                .body("layout", is("odd-r"))
                .body("hexes.size()", is(650))
                .body("hexes.E14000922.n", is("Sheffield, Hallam"))
                .body("hexes.E14000922.holder", is("ld"));
        get("/v1/seats.hexjson?boundarySet=2024&asOf=2024-07-04")
                .then()
                .body("hexes.size()", is(650))
                .body("hexes.E14001468.holder", is("lab"));
    }

    @Test
    void theHistoryOfASeatTellsWhoHeldItSinceWhen() {
        get("/v1/seats/E14000648/history?asOf=2015-05-07")
                .then()
                .statusCode(200)
                .body("items.findAll { it.electionId != null }.kind", contains("general", "by-election", "general"))
                .body("items.findAll { it.electionId != null }.holder", contains("con", "lab", "con"));
        get("/v1/seats/E14000648/history?asOf=2015-04-14").then().body("items.day", everyItem(not("2015-05-07")));
    }

    @Test
    void neighboursAndSuccessorsAreListsEvenWhereThereAreNone() {
        get("/v1/seats/E14000922/neighbours").then().statusCode(200).body("next", nullValue());
        get("/v1/seats/E14000922/successors").then().statusCode(200).body("next", nullValue());
        get("/v1/seats/E14000922/predecessors").then().statusCode(200).body("items", hasSize(0));
        get("/v1/seats/E14099922/neighbours").then().statusCode(404);
    }

    private static List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = given().urlEncodingEnabled(false)
                    .get(cursor == null ? path : path + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        } while (cursor != null);
        return items;
    }

    private static List<String> codes(List<Map<String, Object>> seats) {
        return codes(seats, seat -> true);
    }

    private static List<String> codes(List<Map<String, Object>> seats, Predicate<Map<String, Object>> wanted) {
        return seats.stream()
                .filter(wanted)
                .map(seat -> (String) seat.get("seatCode"))
                .toList();
    }

    private static double number(Map<String, Object> seat, String field) {
        return ((Number) seat.get(field)).doubleValue();
    }
}
