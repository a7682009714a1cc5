package uk.hustings.polls.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

/** The simulated elections of a forecast, as services read them. */
@QuarkusTest
class ForecastDrawsTest extends Forecasting {

    private static final List<String> SOME = List.of(RealData.EXETER, RealData.HALLAM, RealData.CREWE);

    @Test
    void theyAreElectionsThatTheForecastCounted() {
        JsonPath published = read("/" + eve());
        // The first of those that the forecast counted.
        int elections = 2_000;

        List<JsonPath> lines = lines(draws(eve(), "party=lab&elections=" + elections));

        assertThat(lines.get(0).getInt("elections")).isEqualTo(elections);
        assertThat(lines.get(0).getString("inputsHash")).isEqualTo(published.getString("run.inputsHash"));
        // Labour does not stand in Northern Ireland or against the Speaker.
        assertThat(lines).hasSizeBetween(631, 633);
        for (JsonPath seat : lines.subList(1, lines.size())) {
            if (SOME.contains(seat.getString("seatCode"))) {
                JsonPath forecast = read("/" + eve() + "/seats/" + seat.getString("seatCode"));
                assertThat(shareWon(seat))
                        .isCloseTo(
                                forecast.getDouble("parties.find { it.party == 'lab' }.winProbability"), within(0.04));
            }
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndAnotherSeedAnother() {
        String forecast = eve();

        byte[] one = draws(forecast, "party=lab&elections=50&seed=7").asByteArray();

        assertThat(draws(forecast, "party=lab&elections=50&seed=7").asByteArray())
                .isEqualTo(one);
        assertThat(draws(forecast, "party=lab&elections=50&seed=8").asByteArray())
                .isNotEqualTo(one);
        assertThat(Arrays.stream(new String(one).split("\n")).skip(1).map(JsonPath::from))
                .isSortedAccordingTo((a, b) -> a.getString("seatCode").compareTo(b.getString("seatCode")));
    }

    @Test
    void onlyServicesMayHaveThem() {
        String path = "/internal/forecasts/" + eve() + "/draws?party=lab&elections=1";
        given().get(path).then().statusCode(401);
        for (RequestSpecification other : List.of(as(HQ), as(ANALYST), as(AUDITOR))) {
            other.get(path).then().statusCode(403);
        }
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        String forecast = eve();
        for (String wrong : List.of("elections=0", "elections=20001", "seed=0", "elections=many")) {
            draws(forecast, "party=lab&" + wrong).then().statusCode(400);
        }
        draws(forecast, "elections=1").then().statusCode(400).body("parameter", is("party"));
        draws(forecast, "party=nobody").then().statusCode(400).body("parameter", is("party"));
        draws(UUID.randomUUID().toString(), "party=lab").then().statusCode(404);
    }

    private static Response draws(String forecast, String query) {
        return as(Tokens.service()).get("/internal/forecasts/" + forecast + "/draws?" + query);
    }

    private static List<JsonPath> lines(Response answer) {
        answer.then().statusCode(200).contentType("application/x-ndjson");
        return Arrays.stream(answer.asString().split("\n")).map(JsonPath::from).toList();
    }

    private static short[] leads(JsonPath seat) {
        byte[] bytes = Base64.getDecoder().decode(seat.getString("leads"));
        short[] leads = new short[bytes.length / Short.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(leads);
        return leads;
    }

    private static double shareWon(JsonPath seat) {
        short[] leads = leads(seat);
        return IntStream.range(0, leads.length)
                        .filter(election -> leads[election] > 0)
                        .count()
                / (double) leads.length;
    }
}
