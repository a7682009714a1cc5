package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import uk.hustings.polls.Running;

/** The running service with forecasts in it. Each is made once for all tests. */
abstract class Forecasting extends Running {

    static final String FORECASTS = "/v1/forecasts";

    /** What everybody may know of the general election of 2015 on the eve of it. */
    static final String EVE = "{\"asOf\": \"2015-05-06\"}";

    private static String eve;

    static Response ordered(String order) {
        return asked(ANALYST, "", order);
    }

    static Response asked(String token, String path, String body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(FORECASTS + path);
    }

    static String accepted(String order) {
        return ordered(order).then().statusCode(202).extract().path("forecastId");
    }

    /** Waits until it is over. */
    static JsonPath over(String forecastId) {
        awaitThat(() -> List.of("done", "failed", "cancelled")
                .contains(as(ANALYST)
                        .get(FORECASTS + "/" + forecastId)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("run.status")));
        return as(ANALYST).get(FORECASTS + "/" + forecastId).jsonPath();
    }

    /** Id of the public forecast of {@link #EVE}, done. */
    static synchronized String eve() {
        if (eve == null) {
            String id = accepted(EVE);
            over(id);
            eve = id;
        }
        return eve;
    }

    static JsonPath read(String path) {
        return given().get(FORECASTS + path).then().statusCode(200).extract().jsonPath();
    }
}
