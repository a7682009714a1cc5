package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question about change may ask, at its limits and one past them. */
@QuarkusTest
class ChangeParametersTest {

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con:100",
                "con:-100",
                "con:100.0",
                "con:+100,lab:-100.000",
                "con:1",
                " con : 1 , lab : -1 ",
                "other:2",
                "snp:0.00001"
            })
    void aChangeOfAHundredPointsIsTheMostThatIsAccepted(String change) {
        given().queryParam("baseline", "ge2010")
                .queryParam("change", change)
                .get("/v1/projections/uniform-swing")
                .then()
                .statusCode(200)
                .body("totals.parties.seatsAfter.sum()", is(650));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "con:101|-100 to 100",
                "con:-101|-100 to 100",
                "con:100.0001|-100 to 100",
                "con:1,lab:-100.1|-100 to 100",
                "con:99999999999999999999999999999999|-100 to 100",
                "con:1,con:2|names party con twice",
                "tory:1|tory, which is not known",
                "con|pairs",
                "con:|pairs",
                ":1|pairs",
                "con=1|pairs",
                "con:1,|pairs",
                ",|pairs",
                "con:1;lab:2|pairs",
                "con:NaN|pairs",
                "con:1e1|pairs",
                "con:1:2|pairs",
                "con:1.|pairs",
                "con:--1|pairs",
                "' '|must be given",
                "''|must be given"
            })
    void aChangeThatCannotBeAcceptedIsNamedAndExplained(String change, String reason) {
        given().queryParam("baseline", "ge2010")
                .queryParam("change", change)
                .get("/v1/projections/uniform-swing")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is("change"))
                .body("detail", containsString(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/swings?to=ge2015&parties=con,lab|from",
                "/v1/swings?from=&to=ge2015&parties=con,lab|from",
                "/v1/swings?from=ge1910&to=ge2015&parties=con,lab|from",
                "/v1/swings?from=ge2010&parties=con,lab|to",
                "/v1/swings?from=ge2010&to=ge2015|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=,con|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,con|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab,ld|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,tory|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,other|parties",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&by=feet|by",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&sort=size|sort",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&region=E1|region",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&country=France|country",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&limit=0|limit",
                "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&limit=201|limit",
                "/v1/projections/uniform-swing?change=con:1|baseline",
                "/v1/projections/uniform-swing?baseline=ge1910&change=con:1|baseline",
                "/v1/projections/uniform-swing?baseline=by-2012-11-15-E14000648&change=con:1|baseline",
                "/v1/projections/uniform-swing?baseline=ge2010|change",
                "/v1/projections/uniform-swing?baseline=ge2010&change=con:1&changedOnly=yes|changedOnly",
                "/v1/projections/uniform-swing?baseline=ge2010&change=con:1&region=E1|region",
                "/v1/projections/uniform-swing?baseline=ge2010&change=con:1&limit=201|limit",
                "/v1/seats/E14000648/series?parties=con|parties",
                "/v1/seats/E14000648/series?kind=local|kind",
                "/v1/seats/E14000648/series?asOf=2015-02-30|asOf",
                "/v1/seats/E14000648/series?asOf=1832-12-10|asOf",
                "/v1/seats/E14000648/series?boundarySet=1832|boundarySet",
                "/v1/swings.csv?from=ge2010&to=ge2015|parties",
                "/v1/projections/uniform-swing.csv?baseline=ge2010|change",
                "/v1/regions/S92000003/series?parties=con,tory|parties",
                "/v1/regions/S92000003/series?asOf=today|asOf"
            })
    void aParameterThatCannotBeAcceptedIsNamed(String path, String parameter) {
        get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/invalid-parameter"))
                .body("parameter", is(parameter));
    }
}
