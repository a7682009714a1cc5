package uk.hustings.polls.average;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/** National averages of the real polls of 2010 to 2015. */
@QuarkusTest
class NationalAverageTest extends Running {

    private static final String AVERAGE = "/v1/averages/national";
    private static final String EVE = AVERAGE + "?asOf=2015-05-06";

    @Test
    void onTheEveOf2015PollsSawANeckAndNeckRace() {
        JsonPath average = given().get(EVE).then().statusCode(200).extract().jsonPath();

        assertThat(average.getString("since")).isEqualTo("2010-05-06");
        assertThat(average.getList("parties.party", String.class))
                .contains("con", "lab", "ld", "ukip", "green")
                .doesNotContain("other");
        assertThat(pct(average, "con")).isCloseTo(33, within(1.0));
        assertThat(pct(average, "lab")).isCloseTo(33, within(1.0));
    }

    @Test
    void intervalsNestAroundTheShare() {
        JsonPath average = given().get(EVE).jsonPath();

        for (int party = 0; party < average.getList("parties").size(); party++) {
            String of = "parties[" + party + "].";
            assertThat(List.of(
                            average.getDouble(of + "electionLowPct"),
                            average.getDouble(of + "lowPct"),
                            average.getDouble(of + "pct"),
                            average.getDouble(of + "highPct"),
                            average.getDouble(of + "electionHighPct")))
                    .isSorted();
        }
    }

    @Test
    void eachPollsterHasItsHouseEffectWithAnInterval() {
        JsonPath average = given().get(EVE).jsonPath();

        assertThat(average.getList("parties[0].houseEffects.pollster", String.class))
                .contains("YouGov", "ICM", "Lord Ashcroft")
                .isSorted();
        assertThat(average.getDouble("parties[0].houseEffects.find { it.pollster == 'YouGov' }.highPts")
                        - average.getDouble("parties[0].houseEffects.find { it.pollster == 'YouGov' }.lowPts"))
                .isBetween(0.1, 5.0);
    }

    @Test
    void anElectionTellsWhatOpinionWasAndPollsBeginAnew() {
        given().get(AVERAGE + "?asOf=2015-05-07")
                .then()
                .body("since", is("2015-05-07"))
                .body("polls", is(0))
                .body("newest", nullValue())
                .body("parties", empty());
        given().get(AVERAGE + "?asOf=2010-05-13").then().body("polls", is(2));
    }

    @Test
    void itIsOfTodayUnlessAskedOtherwise() {
        given().get(AVERAGE).then().body("asOf", is("2015-04-14")).body("newest", is("2015-04-14"));
    }

    @Test
    void partyMembersAreNotAveragedWithVoters() {
        given().get(AVERAGE + "?population=party-members")
                .then()
                .statusCode(409)
                .body("type", is("/problems/evidence-not-comparable"))
                .body("parameter", is("population"));
    }

    @ParameterizedTest
    @CsvSource({
        "?asOf=2999-01-01, asOf",
        "?asOf=yesterday, asOf",
        "?evidence=secret, evidence",
        "?geography=seat, geography",
        "/series?step=0, step",
        "/series?from=2015-04-14&to=2015-04-13, from",
        "/series?from=1900-01-01&step=1, step",
    })
    void whatCannotBeReadIsRefusedByName(String query, String parameter) {
        given().get(AVERAGE + query).then().statusCode(400).body("parameter", is(parameter));
    }

    @Test
    void internalAveragesAreForThoseWhoReadInternalForecasts() {
        given().get(AVERAGE + "?evidence=internal").then().statusCode(401);
        as(SOUTH_WEST).get(AVERAGE + "?evidence=internal").then().statusCode(403);
        as(ANALYST).get(AVERAGE + "?evidence=internal").then().statusCode(200).body("evidence", is("internal"));
    }

    @Test
    void aPrivatePollMovesTheInternalAverageAndNotAByteOfThePublicOne() {
        String publicly = given().get(EVE).asString();
        String etag = given().get(EVE).header("ETag");
        JsonPath internally = as(ANALYST).get(EVE + "&evidence=internal").jsonPath();

        imported(RealData.COLUMNS + ",geography,conPct,labPct\n"
                        + "Private,,adults,standard,,2015-05-04,2015-05-05,private,4000,gb,50,50\n")
                .then()
                .statusCode(201);

        assertThat(given().get(EVE).asString()).isEqualTo(publicly);
        assertThat(given().get(EVE).header("ETag")).isEqualTo(etag);
        JsonPath after = as(ANALYST).get(EVE + "&evidence=internal").jsonPath();
        assertThat(after.getInt("polls")).isEqualTo(internally.getInt("polls") + 1);
        assertThat(pct(after, "con")).isGreaterThan(pct(internally, "con"));
        assertThat(as(SOUTH_WEST).get(EVE).asString()).isEqualTo(publicly);
    }

    @Test
    void theSeriesEndsWithTheAverageOfItsDayAndHasNotSeenLaterPolls() {
        JsonPath series = given().get(AVERAGE + "/series?from=2015-01-01&to=2015-04-16&step=7")
                .then()
                .statusCode(200)
                .body("points", hasSize(16))
                .extract()
                .jsonPath();

        assertThat(series.getString("points[15].asOf")).isEqualTo("2015-04-16");
        JsonPath alone = given().get(AVERAGE + "?asOf=2015-04-16").jsonPath();
        assertThat(series.getDouble("points[15].parties.find { it.party == 'ukip' }.pct"))
                .isEqualTo(pct(alone, "ukip"));
    }

    @Test
    void theSeriesIsAFileToo() {
        given().get(AVERAGE + "/series.csv?from=2015-04-01&to=2015-04-14")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("asOf,party,pct,lowPct,highPct,electionLowPct,electionHighPct,polls\n"))
                .body(containsString("2015-04-08,con,"));
    }

    private static double pct(JsonPath average, String party) {
        return average.getDouble("parties.find { it.party == '" + party + "' }.pct");
    }
}
