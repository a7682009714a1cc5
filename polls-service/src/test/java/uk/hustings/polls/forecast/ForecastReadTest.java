package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.real.RealData;

/** What a forecast of the general election of 2015 tells. */
@QuarkusTest
class ForecastReadTest extends Forecasting {

    @Test
    void onTheEveOf2015AHungParliamentIsExpectedAndScotlandHasLeftLabour() {
        JsonPath forecast = read("/" + eve());

        assertThat(forecast.getDouble("result.hungProbability")).isGreaterThan(0.5);
        assertThat(forecast.getDouble("result.parties.find { it.party == 'snp' }.expectedSeats"))
                .isBetween(40.0, 59.0);
        assertThat(forecast.getList("run.warnings")).isEmpty();
        assertThat(forecast.getInt("run.nationalPolls")).isGreaterThan(1800);
        assertThat(forecast.getInt("run.seatPolls")).isGreaterThan(150);
        assertThat(forecast.getInt("run.byElections")).isEqualTo(21);
        assertThat(forecast.getMap("result.tippingPoints")).containsOnlyKeys("con", "lab");
        assertThat(forecast.getList("result.tippingPoints.con")).hasSize(20);
    }

    @Test
    void theSeatsAddUpToTheParties() {
        JsonPath forecast = read("/" + eve());

        List<Map<String, Object>> parties = forecast.getList("result.parties");
        assertThat(parties.stream()
                        .mapToDouble(party -> number(party, "expectedSeats"))
                        .sum())
                .isBetween(649.0, 650.1);
        assertThat(parties.stream()
                        .mapToDouble(party -> number(party, "favouriteSeats"))
                        .sum())
                .isEqualTo(650);
        assertThat(parties).allSatisfy(party -> assertThat(((List<?>) party.get("distribution")))
                .isNotEmpty()
                .hasSizeGreaterThan((int) number(party, "highSeats")));
    }

    @Test
    void eachSeatHasItsParties() {
        JsonPath hallam = read("/" + eve() + "/seats/" + RealData.HALLAM);

        assertThat(hallam.getString("name")).isEqualTo("Sheffield, Hallam");
        assertThat(List.of(hallam.getString("first"), hallam.getString("second")))
                .containsExactlyInAnyOrder("ld", "lab");
        assertThat(hallam.getDouble("parties.find { it.party == 'ld' }.baselinePct"))
                .isEqualTo(53.44);
        assertThat(hallam.<Float>getList("parties.pct").stream()
                        .mapToDouble(Float::doubleValue)
                        .sum())
                .isBetween(99.9, 100.1);
        given().get(FORECASTS + "/" + eve() + "/seats/E99999999").then().statusCode(404);
    }

    @Test
    void seatsAreFilteredSortedAndPaged() {
        String seats = FORECASTS + "/" + eve() + "/seats";
        given().get(seats + "?country=Scotland&favourite=snp&limit=200")
                .then()
                .body("items.country", everyItem(is("Scotland")))
                .body("items.favourite", everyItem(is("snp")))
                .body("items.size()", greaterThan(40));
        JsonPath close = given().get(seats + "?party=lab&minWin=0.4&maxWin=0.6&sort=win&limit=200")
                .jsonPath();
        assertThat(close.getList("items")).isNotEmpty();
        assertThat(close.<Float>getList("items.collect { it.parties.find { it.party == 'lab' }.winProbability }"))
                .isSorted()
                .allSatisfy(win -> assertThat(win).isBetween(0.4f, 0.6f));
        assertThat(given().get(seats + "?sort=lead&limit=200").jsonPath().<Float>getList("items.leadPts"))
                .isSorted();
        JsonPath page = given().get(seats + "?limit=2").jsonPath();
        given().queryParam("limit", 2)
                .queryParam("cursor", page.getString("next"))
                .get(seats)
                .then()
                .body("items", hasSize(2))
                .body("items[0].name", greaterThan(page.getString("items[1].name")));
    }

    @Test
    void theSeatsAreAFile() {
        String csv = given().get(FORECASTS + "/" + eve() + "/seats.csv").asString();

        assertThat(csv.lines()).hasSize(651);
        assertThat(csv)
                .startsWith("seatCode,boundarySet,name,regionCode,country,favourite,first,second,leadPts,leadSdPts");
        assertThat(csv.lines().filter(line -> line.startsWith(RealData.CREWE)).toList())
                .singleElement()
                .asString()
                .contains("Crewe and Nantwich", "E12000002");
    }

    @Test
    void theLatestIsTheOneOfTheLatestDay() {
        String eve = eve();
        String earlier = accepted("{\"asOf\": \"2015-02-01\", \"elections\": 10}");
        over(earlier);

        JsonPath latest = read("/latest");
        assertThat(latest.getString("run.asOf")).isEqualTo("2015-05-06");
        assertThat(latest.getString("run.finishedAt"))
                .isGreaterThanOrEqualTo(read("/" + eve).getString("run.finishedAt"));
        given().get(FORECASTS + "/latest?asOf=2015-02-01").then().body("run.forecastId", is(earlier));
        given().get(FORECASTS + "/latest?boundarySet=2024").then().statusCode(404);
    }

    @Test
    void listsAreFiltered() {
        String eve = eve();

        given().get(FORECASTS + "?status=done&asOf=2015-05-06&evidence=public&limit=200")
                .then()
                .body("items.forecastId", hasItem(eve))
                .body("items.status", everyItem(is("done")));
        given().get(FORECASTS + "?asOf=2001-01-01").then().body("items", empty());
    }

    @Test
    void itTellsWhatItRestsOn() {
        JsonPath inputs = read("/" + eve() + "/inputs");

        assertThat(inputs.getString("baselineElectionId")).isEqualTo("ge2010");
        assertThat(inputs.getInt("seats")).isEqualTo(650);
        assertThat(inputs.getList("byElections")).hasSize(21).contains("by-2014-11-20-E14000898");
        assertThat(inputs.getList("seatPolls.seatCode")).contains(RealData.HALLAM);
        String poll = inputs.getString("nationalPolls[0].pollId");
        given().get("/v1/polls/" + poll).then().statusCode(200).body("geography", is("gb"));
        assertThat(inputs.getString("parameters.version"))
                .isEqualTo(read("/" + eve()).getString("run.parametersVersion"));
        read("/parameters").getList("items[0].parameters.source").forEach(source -> assertThat((String) source)
                .isNotBlank());
    }

    @Test
    void aForecastThatParametersMayKnowTheEndOfSaysSo() {
        String id = accepted("{\"asOf\": \"2014-01-01\", \"elections\": 1}");

        assertThat(over(id).getString("run.warnings[0]")).contains("no blind forecast");
    }

    @Test
    void whatDiffersInNothingMakesNoDifference() {
        asked(ANALYST, "/" + eve() + "/what-ifs", "{\"nationalPts\": {\"lab\": 0}}")
                .then()
                .statusCode(200)
                .body("changedFavourites", empty())
                .body("changedSeats", is(0))
                .body("largestChanges", empty());
    }

    @Test
    void twoPointsMoreAndALeadInOneSeatMakeADifference() {
        JsonPath difference = asked(
                        ANALYST,
                        "/" + eve() + "/what-ifs",
                        "{\"nationalPts\": {\"lab\": 2}, \"leads\": [{\"seatCode\": \"%s\", \"party\": \"lab\", \"pts\": 20}]}"
                                .formatted(RealData.CREWE))
                .then()
                .statusCode(200)
                .body("changedFavourites.seatCode", hasItem(RealData.CREWE))
                .extract()
                .jsonPath();

        assertThat(difference.getDouble("parties.find { it.party == 'lab' }.expectedSeatsAfter"))
                .isGreaterThan(difference.getDouble("parties.find { it.party == 'lab' }.expectedSeatsBefore") + 8);
        assertThat(difference.getList("largestChanges")).hasSize(50);
        assertThat(difference.getString("largestChanges[0].seatCode")).isEqualTo(RealData.CREWE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"nationalPts\": {\"nobody\": 1}} | /nationalPts/nobody",
                "{\"nationalPts\": {\"lab\": 51}} | /nationalPts/lab",
                "{\"nationalPts\": {\"lab\": 1e999}} | /nationalPts/lab",
                "{\"leads\": [{\"seatCode\": \"E99999999\", \"party\": \"lab\", \"pts\": 1}]} | /leads/0/seatCode",
                "{\"leads\": [{\"seatCode\": \"E14000653\", \"party\": \"snp\", \"pts\": 1}]} | /leads/0/party",
                "{\"leads\": [{\"seatCode\": \"E14000653\", \"party\": \"lab\"}]} | /leads/0/pts",
            })
    void assumptionsThatCannotBeMadeAreRefused(String body, String pointer) {
        asked(ANALYST, "/" + eve() + "/what-ifs", body)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"asOf\": \"2999-01-01\"} | /asOf",
                "{\"evidence\": \"secret\"} | /evidence",
                "{\"elections\": 0} | /elections",
                "{\"elections\": 50001} | /elections",
                "{\"seed\": -1} | /seed",
                "{\"boundarySet\": \"1066\"} | /boundarySet",
                "{\"boundarySet\": \"2024\", \"asOf\": \"2015-04-14\"} | /boundarySet",
                "{\"standing\": {\"nobody\": [\"E14000653\"]}} | /standing/nobody",
                "{\"standing\": {\"ukip\": [\"E14000653\", \"E99999999\"]}} | /standing/ukip/1",
            })
    void ordersThatCannotBeMetAreRefused(String body, String pointer) {
        ordered(body).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void servicesFollowTheLatest() {
        String eve = eve();
        given().get("/internal/forecasts/latest?evidence=internal").then().statusCode(401);
        as(ANALYST).get("/internal/forecasts/latest?evidence=internal").then().statusCode(403);

        JsonPath feed = given().get("/internal/forecasts/latest?evidence=public")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("seats", hasSize(650))
                .extract()
                .jsonPath();

        assertThat(feed.getString("inputsHash")).isEqualTo(read("/" + eve).getString("run.inputsHash"));
        assertThat(feed.getMap("seats[0].winProbability")).isNotEmpty();
    }

    @Test
    void aForecastThatThereIsNotIsAbsent() {
        given().get(FORECASTS + "/" + UUID.randomUUID()).then().statusCode(404).body("type", is("/problems/not-found"));
        given().get(FORECASTS + "/nonsense").then().statusCode(404).contentType(startsWith("application/problem+json"));
    }

    private static double number(Map<String, Object> party, String name) {
        return ((Number) party.get(name)).doubleValue();
    }
}
