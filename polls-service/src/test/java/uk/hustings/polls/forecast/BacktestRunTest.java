package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.api.id.Ids;

/** Backtests, and what becomes of a run whose replica dies. */
@QuarkusTest
class BacktestRunTest extends Forecasting {

    @Inject
    Pool pool;

    @Test
    void theForecastOf2015NamesMoreWinnersThanItsPeers() {
        Response accepted = asked(ANALYST, "/backtests", "{\"electionId\": \"ge2015\", \"elections\": 1000}");
        accepted.then()
                .statusCode(202)
                .body("kind", is("backtest"))
                .body("asOf", is("2015-05-06"))
                .body("inputsHash", is(read("/" + eve()).getString("run.inputsHash")));
        String place = accepted.header("Location");
        awaitThat(() -> given().get(place).jsonPath().getString("run.status").equals("done"));

        JsonPath backtest = given().get(place).jsonPath();

        assertThat(backtest.getList("result.models.model", String.class))
                .containsExactly("hustings", "uniform-swing", "uniform-swing-by-country", "last-constituency-poll");
        assertThat(backtest.getInt("result.models[0].seats")).isEqualTo(632);
        assertThat(backtest.getInt("result.models[0].rightWinners"))
                .isGreaterThanOrEqualTo(backtest.getInt("result.models[2].rightWinners"))
                .isGreaterThan(backtest.getInt("result.models[1].rightWinners"));
        assertThat(backtest.getInt("result.models[0].parties.find { it.party == 'snp' }.actualSeats"))
                .isEqualTo(56);
        assertThat(backtest.getList("result.differences")).hasSize(9);
        given().get(FORECASTS + "/backtests")
                .then()
                .body("items.forecastId", hasItem(accepted.<String>path("forecastId")));
        given().get(FORECASTS + "/" + accepted.path("forecastId")).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /electionId",
                "{\"electionId\": \"ge1066\"} | /electionId",
                "{\"electionId\": \"by-2014-11-20-E14000898\"} | /electionId",
                "{\"electionId\": \"ge2019-notional-2024\"} | /electionId",
                "{\"electionId\": \"ge2015\", \"asOf\": \"2015-05-07\"} | /asOf",
                "{\"electionId\": \"ge2010\", \"asOf\": \"2001-01-01\"} | /asOf",
                "{\"electionId\": \"ge2015\", \"elections\": 0} | /elections",
            })
    void ordersThatCannotBeMetAreRefused(String body, String pointer) {
        asked(ANALYST, "/backtests", body).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void aRunWhoseReplicaDiedIsTakenUpByAnother() {
        String eve = eve();
        UUID orphan = Ids.next();
        pool.preparedQuery("""
                        insert into forecast_run
                        select (jsonb_populate_record(run, jsonb_build_object(
                            'run_id', $1::text, 'status', 'running', 'progress', 3, 'claimed_by', gen_random_uuid(),
                            'lease_until', now() - interval '1 second', 'finished_at', null))).*
                        from forecast_run run where run_id = $2
                        """)
                .execute(Tuple.of(orphan.toString(), UUID.fromString(eve)))
                .await()
                .atMost(Duration.ofSeconds(5));

        awaitThat(() -> given().get(FORECASTS + "/" + orphan).statusCode() == 200);
        assertThat(over(orphan.toString()).getString("run.status")).isEqualTo("done");
        assertThat(read("/" + orphan).<Object>get("result"))
                .isEqualTo(read("/" + eve).get("result"));
    }
}
