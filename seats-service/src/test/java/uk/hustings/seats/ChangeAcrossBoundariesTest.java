package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is compared across boundary sets but through a notional result, and the answer says so. */
@QuarkusTest
class ChangeAcrossBoundariesTest {

    @BeforeEach
    void importRealData() {
        RestAssured.config = RestAssured.config()
                .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
        Imported.once();
    }

    @Test
    void electionsOnDifferentBoundariesAreNotComparedAndTheNotionalResultIsNamed() {
        get("/v1/swings?from=ge2019&to=ge2024&parties=lab,con")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is("from"))
                .body("detail", containsString("use from=ge2019-notional-2024"));
        get("/v1/swings.csv?from=ge2024&to=ge2019&parties=lab,con")
                .then()
                .statusCode(400)
                .body("detail", containsString("use to=ge2019-notional-2024"));
    }

    @Test
    void theSwingOf2024IsMeasuredFromTheNotionalResult() {
        get("/v1/swings?from=ge2019-notional-2024&to=ge2024&parties=lab,con&limit=200")
                .then()
                .statusCode(200)
                .body("fromBasis", is("notional"))
                .body("toBasis", is("actual"))
                .body("boundarySet", is("2024"))
                .body("total.seats", is(650))
                .body("total.seatsMeasured", is(630))
                .body("total.swingPts", is(10.7727));
        get("/v1/swings?from=ge2019-notional-2024&to=ge2024&parties=lab,snp&country=Scotland&limit=200")
                .then()
                .body("total.swingPts", is(15.8714))
                .body("total.seats", is(57));
    }

    @Test
    void aCodeOfBothSetsHasASeriesInEach() {
        JsonPath old = get("/v1/seats/S14000021/series?boundarySet=2010&asOf=2024-07-04")
                .jsonPath();
        JsonPath current = get("/v1/seats/S14000021/series?boundarySet=2024&asOf=2024-07-04")
                .jsonPath();

        assertThat(old.getString("boundarySet")).isEqualTo("2010");
        assertThat(old.<String>getList("points.electionId"))
                .containsExactly("ge2005-notional-2010", "ge2010", "ge2015", "ge2017", "ge2019");
        assertThat(current.<String>getList("points.electionId")).containsExactly("ge2019-notional-2024", "ge2024");
        assertThat(current.<String>getList("points.basis")).containsExactly("notional", "actual");
        assertThat(current.getString("points[1].change.sinceBasis")).isEqualTo("notional");
        get("/v1/seats/S14000021/series?asOf=2015-05-07").then().body("boundarySet", is("2010"));
    }

    @Test
    void theSeriesOfARegionGoesOverToNewBoundariesThroughTheNotionalResult() {
        JsonPath wales = get("/v1/regions/W92000004/series?parties=lab,con&asOf=2024-07-04")
                .jsonPath();

        assertThat(wales.<String>getList("points.electionId"))
                .containsExactly(
                        "ge2005-notional-2010",
                        "ge2010",
                        "ge2015",
                        "ge2017",
                        "ge2019",
                        "ge2019-notional-2024",
                        "ge2024");
        assertThat(wales.<String>getList("points.boundarySet"))
                .containsExactly("2010", "2010", "2010", "2010", "2010", "2024", "2024");
        assertThat(wales.<Integer>getList("points.seats")).containsExactly(40, 40, 40, 40, 40, 32, 32);
        assertThat(wales.<String>getList("points.change.sinceElectionId"))
                .containsExactly("ge2005-notional-2010", "ge2010", "ge2015", "ge2017", "ge2019-notional-2024");
        assertThat(wales.<String>getList("points.change.sinceBasis"))
                .containsExactly("notional", "actual", "actual", "actual", "notional");
        assertThat(wales.<Object>get("points[0].change")).isNull();
        assertThat(wales.<Object>get("points[5].change")).isNull();
        assertThat(wales.getInt("points[6].seatsWon.lab")).isEqualTo(27);
    }

    @Test
    void regionsAreListedForEachBoundarySet() {
        get("/v1/regions")
                .then()
                .body("items.findAll { it.boundarySet in ['2010', '2024'] }", hasSize(24))
                .body("items.findAll { it.boundarySet == '2024' }.seats.sum()", is(650))
                .body("items.find { it.boundarySet == '2024' && it.regionCode == 'S92000003' }.seats", is(57))
                .body("items.find { it.boundarySet == '2010' && it.regionCode == 'S92000003' }.seats", is(59));
    }

    @Test
    void aUniformSwingCanStartFromANotionalResult() {
        get("/v1/projections/uniform-swing?baseline=ge2019-notional-2024&change=con:-20,lab:1.5&limit=200")
                .then()
                .statusCode(200)
                .body("baselineBasis", is("notional"))
                .body("boundarySet", is("2024"))
                .body("totals.seats", is(650))
                .body("totals.parties.find { it.party == 'con' }.seatsBefore", is(372))
                .body("totals.parties[0].party", is("lab"))
                .body("totals.parties.shareAfterPct.sum()", closeTo(100, 0.01));
    }

    @Test
    void noChangeChangesNoSeatInAnyGeneralElection() {
        List<String> elections = get("/v1/elections?limit=200")
                .path("items.findAll { it.kind == 'general' && it.seats == 650 }.electionId");

        assertThat(elections)
                .hasSize(7)
                .allSatisfy(election ->
                        get("/v1/projections/uniform-swing?changedOnly=true&change=con:0,lab:0&baseline=" + election)
                                .then()
                                .statusCode(200)
                                .body("totals.changingHands", is(0))
                                .body("totals.seats", is(650))
                                .body("totals.parties.find { it.party == 'other' }.seatsAfter", is(0))
                                .body("next", nullValue()));
    }

    @Test
    void everySwingOfEverySeatIsToldForEveryPairOfElectionsOnTheSameBoundaries() {
        List<String> elections = List.of("ge2005-notional-2010", "ge2010", "ge2015", "ge2017", "ge2019");
        for (String from : elections) {
            for (String to : elections) {
                get("/v1/swings?parties=con,lab&from=%s&to=%s".formatted(from, to))
                        .then()
                        .statusCode(200)
                        .body("total.seats", is(650))
                        .body("items.swingPts", everyItem(notNullValue()));
            }
        }
    }
}
