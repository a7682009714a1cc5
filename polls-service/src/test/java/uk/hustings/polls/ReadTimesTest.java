package uk.hustings.polls;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.ReadTimes;

/** With the real polls: without filters, and with the largest pages. */
@QuarkusTest
class ReadTimesTest extends Running {

    @Test
    void everyPublicReadTakesLessThan200Milliseconds() {
        ReadTimes.areBelow(200, requests(), Set.of("followForecast"));
    }

    private static Map<String, String> requests() {
        String poll = given().get("/v1/polls?limit=1").path("items[0].pollId");
        String item = item();
        String forecast = run("/v1/forecasts", "{\"asOf\":\"2015-04-14\",\"elections\":10}");
        String backtest = run("/v1/forecasts/backtests", "{\"electionId\":\"ge2015\",\"elections\":10}");
        Map<String, String> requests = new HashMap<>();
        requests.put("getNationalAverage", "/v1/averages/national?asOf=2015-04-0{n}");
        requests.put("getNationalAverageSeries", "/v1/averages/national/series?step=1&from=2010-05-0{n}&to=2015-05-06");
        requests.put(
                "exportNationalAverageSeries",
                "/v1/averages/national/series.csv?step=1&from=2010-06-0{n}&to=2015-05-06");
        requests.put("listEvidence", "/v1/evidence?limit=200");
        requests.put("getEvidence", "/v1/evidence/" + item);
        requests.put("listForecasts", "/v1/forecasts?limit=200");
        requests.put("getLatestForecast", "/v1/forecasts/latest");
        requests.put("getForecast", forecast);
        requests.put("getForecastInputs", forecast + "/inputs");
        requests.put("listForecastSeats", forecast + "/seats?limit=200");
        requests.put("exportForecastSeats", forecast + "/seats.csv");
        requests.put("getForecastSeat", forecast + "/seats/" + RealData.EXETER);
        requests.put("listForecastParameters", "/v1/forecasts/parameters");
        requests.put("listBacktests", "/v1/forecasts/backtests?limit=200");
        requests.put("getBacktest", backtest);
        requests.put("listPolls", "/v1/polls?limit=200");
        requests.put("exportPolls", "/v1/polls.csv");
        requests.put("countPolls", "/v1/polls/counts");
        requests.put("getPoll", "/v1/polls/" + poll);
        requests.put("getPollHistory", "/v1/polls/" + poll + "/history");
        requests.put("listContactRecall", "/v1/polls/contact-recall?limit=200");
        requests.put(
                "correlatePolls",
                "/v1/polls/correlation?question=standard&geography=seat&x=con&y=ukip&of=baseline-changes&baseline=ge2010");
        requests.put("groupPolls", "/v1/polls/groups?question=standard&party=lab&geography=gb");
        requests.put("listPollLocalisation", "/v1/polls/localisation?limit=200");
        requests.put("averagePolls", "/v1/polls/means?question=standard&geography=gb");
        requests.put("listPollRecords", "/v1/polls/records?limit=200&everyPoll=true&days=366");
        requests.put("listPollSwings", "/v1/polls/swings?baseline=ge2010&limit=200");
        requests.put("listPollTrends", "/v1/polls/trends?limit=200");
        requests.put("listPollWaves", "/v1/polls/waves?limit=200");
        return requests;
    }

    /** Path of a forecast or backtest that is done. */
    private static String run(String path, String order) {
        String place = as(ANALYST)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(order)
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]*", "");
        awaitThat(() -> "done".equals(as(ANALYST).get(place).path("run.status")));
        return place;
    }

    private static String item() {
        as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"items": [{"kind": "statement", "source": "Test", "speaker": "Somebody", "text": "Read often",
                         "seatCode": "%s", "day": "2015-03-01", "visibility": "public"}]}""".formatted(RealData.EXETER))
                .post("/v1/evidence/imports")
                .then()
                .statusCode(201);
        return given().get("/v1/evidence?kind=statement&limit=200")
                .jsonPath()
                .getString("items.find { it.item.text == 'Read often' }.itemId");
    }
}
