package uk.hustings.polls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends Running {

    @Test
    void everyOperationHasItsNameAndSummary() {
        assertThat(document().getString("openapi")).isEqualTo("3.0.3");
        assertThat(operations().stream().map(operation -> operation.get("operationId")))
                .containsExactlyInAnyOrder(
                        "listPolls",
                        "exportPolls",
                        "countPolls",
                        "getPoll",
                        "getPollHistory",
                        "importPolls",
                        "importPollsCsv",
                        "correctPoll",
                        "withdrawPoll",
                        "changePollVisibility",
                        "listPollReadings",
                        "listPollWaves",
                        "listPollTrends",
                        "groupPolls",
                        "averagePolls",
                        "correlatePolls",
                        "listPollSwings",
                        "listPollLocalisation",
                        "listContactRecall",
                        "listPollRecords",
                        "listEvidence",
                        "getEvidence",
                        "importEvidence",
                        "correctEvidence",
                        "withdrawEvidence",
                        "changeEvidenceVisibility",
                        "getNationalAverage",
                        "getNationalAverageSeries",
                        "exportNationalAverageSeries",
                        "runForecast",
                        "listForecasts",
                        "getLatestForecast",
                        "getForecast",
                        "cancelForecast",
                        "followForecast",
                        "listForecastSeats",
                        "exportForecastSeats",
                        "getForecastSeat",
                        "getForecastInputs",
                        "listForecastParameters",
                        "askWhatIf",
                        "runBacktest",
                        "listBacktests",
                        "getBacktest",
                        "cancelBacktest");
        assertThat(operations()).allSatisfy(operation -> assertThat((String) operation.get("summary"))
                .isNotBlank());
    }

    @Test
    void everyFailureIsDescribedAsAProblem() {
        assertThat(operations())
                .allSatisfy(operation -> failures(operation).forEach(answer -> assertThat(answer.toString())
                        .contains("application/problem+json")
                        .contains("#/components/schemas/Problem")));
    }

    @Test
    void theListTellsItsParameters() {
        assertThat(document().getList("paths.'/v1/polls'.get.parameters.name", String.class))
                .containsExactlyInAnyOrder(
                        "seat",
                        "boundarySet",
                        "region",
                        "geography",
                        "pollster",
                        "client",
                        "kind",
                        "population",
                        "question",
                        "fieldworkFrom",
                        "fieldworkTo",
                        "visibility",
                        "status",
                        "q",
                        "asOf",
                        "sort",
                        "limit",
                        "cursor");
    }

    @Test
    void theAgeOfBothSnapshotsIsMeasured() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("hustings_snapshot_age_seconds{snapshot=\"seats\"}"))
                .body(containsString("hustings_snapshot_age_seconds{snapshot=\"locks\"}"));
    }

    @Test
    void anUnknownPathIsAProblem() {
        given().get("/v1/poll").then().statusCode(404).body("type", is("/problems/not-found"));
    }

    private static JsonPath document() {
        return given().get("/q/openapi?format=json").jsonPath();
    }

    private static List<Map<String, Object>> operations() {
        return document().<Map<String, Map<String, Map<String, Object>>>>get("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> failures(Map<String, Object> operation) {
        return ((Map<String, Object>) operation.get("responses"))
                .entrySet().stream()
                        .filter(answer -> answer.getKey().startsWith("4")
                                && !List.of("401").contains(answer.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
    }
}
