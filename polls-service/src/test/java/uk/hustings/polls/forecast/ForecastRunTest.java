package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a forecast that somebody asked for. */
@QuarkusTest
class ForecastRunTest extends Forecasting {

    /** Long enough to be met while it is worked on. */
    private static final String LONG = "{\"asOf\": \"2015-05-06\", \"elections\": 50000, \"seed\": %d}";

    @Test
    void aForecastIsLinedUpAndDoneAndReadByEverybody() {
        Response accepted = ordered("{\"asOf\": \"2015-03-01\", \"elections\": 200}");
        accepted.then()
                .statusCode(202)
                .header("Location", startsWith(FORECASTS + "/"))
                .body("status", is("queued"))
                .body("evidence", is("public"))
                .body("boundarySet", is("2010"))
                .body("baselineElectionId", is("ge2010"))
                .body("seed", is(1));
        over(accepted.path("forecastId"));

        given().get(accepted.header("Location"))
                .then()
                .statusCode(200)
                .body("run.status", is("done"))
                .body("run.progress", is(1.0f))
                .body("result.seats", is(650))
                .body("result.majority", is(326));
    }

    @Test
    void theSameInputsElectionsAndSeedGiveTheSameResult() {
        JsonPath first = read("/" + eve());
        String again = accepted(EVE);
        over(again);
        JsonPath second = read("/" + again);

        assertThat(second.getString("run.inputsHash")).isEqualTo(first.getString("run.inputsHash"));
        assertThat(second.<Object>get("result")).isEqualTo(first.get("result"));
        assertThat(seats(again)).isEqualTo(seats(eve()));
    }

    @Test
    void anotherSeedOfTheSameInputsGivesAnotherResultThatIsMuchTheSame() {
        String other = accepted("{\"asOf\": \"2015-05-06\", \"elections\": 1000, \"seed\": 2}");
        over(other);
        JsonPath first = read("/" + eve());
        JsonPath second = read("/" + other);

        assertThat(second.getString("run.inputsHash")).isEqualTo(first.getString("run.inputsHash"));
        assertThat(second.getDouble("result.parties[0].expectedSeats"))
                .isNotEqualTo(first.getDouble("result.parties[0].expectedSeats"))
                .isCloseTo(
                        first.getDouble("result.parties[0].expectedSeats"),
                        org.assertj.core.api.Assertions.within(3.0));
    }

    @Test
    void progressIsToldWhileReadsGoOnUnharmedAndWhoeverAskedCanEndIt() {
        String running = accepted(LONG.formatted(11));
        awaitThat(() -> read("/" + running).getDouble("run.progress") > 0);
        Duration slowest = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            Instant asked = Instant.now();
            as(ANALYST).get("/v1/polls?limit=5").then().statusCode(200);
            Duration took = Duration.between(asked, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        assertThat(slowest).isLessThan(Duration.ofMillis(1000));
        given().get(FORECASTS + "/" + running + "/seats").then().statusCode(409).body("runStatus", is("running"));

        asked(ANALYST, "/" + running + "/cancellation", "{}")
                .then()
                .statusCode(200)
                .body("status", is("cancelled"));

        given().get(FORECASTS + "/" + running)
                .then()
                .body("run.status", is("cancelled"))
                .body("result", nullValue());
        asked(ANALYST, "/" + running + "/cancellation", "{}").then().statusCode(409);
        // The thread is free again at once.
        String next = accepted("{\"asOf\": \"2015-05-06\", \"elections\": 1}");
        assertThat(over(next).getString("run.status")).isEqualTo("done");
    }

    @Test
    void whatIsQueuedCanBeEndedBeforeAnybodyTookItUp() {
        String first = accepted(LONG.formatted(12));
        String second = accepted(LONG.formatted(13));

        asked(ANALYST, "/" + second + "/cancellation", "{}").then().statusCode(200);
        asked(ANALYST, "/" + first + "/cancellation", "{}").then().statusCode(200);

        assertThat(read("/" + second).getString("run.startedAt")).isNull();
    }

    @Test
    void theStreamOfEventsEndsWhenTheForecastIsOver() {
        String running = accepted("{\"asOf\": \"2015-05-06\", \"elections\": 1000, \"seed\": 14}");

        String events = given().accept("text/event-stream")
                .get(FORECASTS + "/" + running + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events.lines().filter(line -> line.startsWith("data:")).toList())
                .first()
                .asString()
                .contains(running);
        assertThat(events.lines().filter(line -> line.startsWith("data:")).toList())
                .last()
                .asString()
                .contains("\"status\":\"done\"");
    }

    @Test
    void aRetriedOrderIsOneForecast() {
        String key = UUID.randomUUID().toString();
        List<String> ids = List.of(1, 2).stream()
                .map(attempt -> as(ANALYST)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body("{\"elections\": 10}")
                        .post(FORECASTS)
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("forecastId"))
                .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        over(ids.get(0));
    }

    private static String seats(String forecastId) {
        return given().get(FORECASTS + "/" + forecastId + "/seats.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
