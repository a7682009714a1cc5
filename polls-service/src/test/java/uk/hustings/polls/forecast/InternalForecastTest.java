package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.Reach;
import uk.hustings.access.Role;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

/** Forecasts from internal evidence, which for most callers do not exist. */
@QuarkusTest
class InternalForecastTest extends Forecasting {

    private static final List<Supplier<RequestSpecification>> OUTSIDERS = List.of(
            () -> given(),
            () -> as(SOUTH_WEST),
            () -> as(EXETER_ORGANISER),
            () -> as(AUDITOR),
            () -> as(Tokens.service()));

    private final AccessMatrix matrix = AccessMatrix.load();

    @Test
    void aPrivatePollMovesTheInternalForecastAndNotAByteOfThePublicOne() {
        String before = eve();
        imported(RealData.COLUMNS + ",conPct,labPct,ldPct\n"
                        + "Hidden,,adults,constituency,%s,2015-05-01,2015-05-03,private,3000,10,80,10\n"
                                .formatted(RealData.EXETER))
                .then()
                .statusCode(201);

        String after = accepted(EVE);
        String internal = accepted("{\"asOf\": \"2015-05-06\", \"evidence\": \"internal\", \"elections\": 1000}");
        over(after);
        over(internal);

        assertThat(json(after).getString("run.inputsHash"))
                .isEqualTo(json(before).getString("run.inputsHash"));
        assertThat(csv(after)).isEqualTo(csv(before));
        assertThat(json(internal).getInt("run.seatPolls"))
                .isGreaterThan(json(before).getInt("run.seatPolls"));
        String exeter = "/seats/" + RealData.EXETER;
        assertThat(as(ANALYST)
                        .get(FORECASTS + "/" + internal + exeter)
                        .jsonPath()
                        .getDouble("parties.find { it.party == 'lab' }.pct"))
                .isGreaterThan(json(before + exeter).getDouble("parties.find { it.party == 'lab' }.pct") + 2);
    }

    @Test
    void forEverybodyElseItIsAbsentByteForByte() {
        eve();
        List<String> seen = views();

        String internal = accepted("{\"asOf\": \"2015-05-06\", \"evidence\": \"internal\", \"elections\": 50}");
        over(internal);

        assertThat(views()).isEqualTo(seen);
        OUTSIDERS.forEach(outsider -> {
            for (String path : List.of("", "/seats", "/seats.csv", "/seats/" + RealData.EXETER, "/inputs", "/events")) {
                Response there = outsider.get().get(FORECASTS + "/" + internal + path);
                Response nowhere = outsider.get().get(FORECASTS + "/" + UUID.randomUUID() + path);
                assertThat(there.statusCode()).isEqualTo(404);
                assertThat(there.asString()).isEqualTo(nowhere.asString());
            }
        });
        as(ANALYST).get(FORECASTS + "?evidence=internal").then().body("items.forecastId", hasItem(internal));
        as(HQ).get(FORECASTS + "/latest?evidence=internal").then().body("run.forecastId", is(internal));
        as(Tokens.service())
                .get("/internal/forecasts/latest?evidence=internal")
                .then()
                .body("forecastId", is(internal));
    }

    @Test
    void whoIsShownWhichPrivatePollsWentInIsKept() {
        imported(RealData.COLUMNS + ",conPct,labPct\n"
                        + "Kept,,adults,constituency,%s,2015-05-01,2015-05-02,private,1000,50,50\n"
                                .formatted(RealData.CREWE))
                .then()
                .statusCode(201);
        String poll = as(ANALYST).get("/v1/polls?pollster=Kept&asOf=2015-05-06").path("items[0].pollId");
        String internal = accepted("{\"asOf\": \"2015-05-06\", \"evidence\": \"internal\", \"elections\": 1}");
        over(internal);

        List<String> used = as(ANALYST)
                .get(FORECASTS + "/" + internal + "/inputs")
                .then()
                .statusCode(200)
                .extract()
                .path("seatPolls.pollId");

        assertThat(as(AUDITOR)
                        .get("/v1/polls/readings?limit=200")
                        .jsonPath()
                        .getList("items.findAll { it.operation == 'getForecastInputs' }.pollId", String.class))
                .contains(poll);
        assertThat(used).contains(poll);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ANONYMOUS")
    void whoMayRunForecastsIsInTheMatrix(Role role) {
        boolean allowed = matrix.reach(role, "forecast:run") == Reach.ALL;
        Tokens some = Tokens.of("some-" + role.code()).role(role.code());
        String token = role == Role.SERVICE
                ? Tokens.service()
                : (role.isWider() ? some.region(RealData.SOUTH_WEST) : some.localParty("exeter")).sign();
        String nobodys = "/" + UUID.randomUUID();

        assertThat(asked(token, "", "{\"elections\": 1}").statusCode()).isEqualTo(allowed ? 202 : 403);
        assertThat(asked(token, "/backtests", "{}").statusCode()).isEqualTo(allowed ? 422 : 403);
        assertThat(asked(token, nobodys + "/cancellation", "{}").statusCode()).isEqualTo(allowed ? 404 : 403);
        assertThat(asked(token, "/backtests" + nobodys + "/cancellation", "{}").statusCode())
                .isEqualTo(allowed ? 404 : 403);
        assertThat(asked(token, nobodys + "/what-ifs", "{}").statusCode()).isEqualTo(allowed ? 404 : 403);
    }

    @Test
    void nobodyRunsForecastsWithoutSayingWhoTheyAre() {
        given().contentType("application/json")
                .body("{}")
                .post(FORECASTS)
                .then()
                .statusCode(401);
    }

    /** What outsiders see of all forecasts: bodies and tags. */
    private static List<String> views() {
        return OUTSIDERS.stream()
                .flatMap(outsider -> Stream.of(
                                "", "?evidence=internal", "/latest", "/latest?evidence=internal", "/backtests")
                        .map(path -> outsider.get().get(FORECASTS + path)))
                .map(answer -> answer.statusCode() + answer.asString() + answer.header("ETag"))
                .toList();
    }

    private static JsonPath json(String path) {
        return as(ANALYST).get(FORECASTS + "/" + path).jsonPath();
    }

    private static String csv(String forecastId) {
        return given().get(FORECASTS + "/" + forecastId + "/seats.csv").asString();
    }
}
