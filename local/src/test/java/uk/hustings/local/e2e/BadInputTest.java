package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send, sent through the gateway: each gets a problem that names the fault, and nothing is written. */
class BadInputTest {

    private static final String POLL_HEADER =
            "pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize,conPct,labPct\n";

    private static LocalParty party;
    private static Census before;

    @BeforeAll
    static void countWhatIsThere() {
        party = LocalParty.named("worcester");
        before = Census.around(party);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(Census.around(party)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv", "multipart/mixed", "nonsense"})
    void contactsOfAnotherContentTypeAreRefused(String contentType) {
        Response answer = keyed().header("Content-Type", contentType)
                .body(LocalParty.doorsteps(1).getBytes(StandardCharsets.UTF_8))
                .post(party.contacts());

        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void pollsThatAreNotCsvAreRefused() {
        assertProblem(
                Api.postJson(Api.as(Account.HQ), "/v1/polls/imports.csv", "{\"polls\":[]}"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1}",
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1}]} and more",
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1,\"contacts\":2}]}",
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":NaN}]}",
                "day,channel,contacts\n2015-04-14,doorstep,1\n"
            })
    void brokenJsonIsRefused(String body) {
        assertProblem(report(body), 400, "broken-body");
    }

    @Test
    void noBodyAtAllIsRefused() {
        assertProblem(report(""), 422, "invalid-input");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"contacts\":-1 | /counts/0/contacts",
                "\"contacts\":1000001 | /counts/0/contacts",
                "\"contacts\":2147483648 | /counts/0/contacts",
                "\"contacts\":99999999999999999999 | /counts/0/contacts",
                "\"contacts\":1e400 | /counts/0/contacts",
                "\"contacts\":1.5 | /counts/0/contacts",
                "\"contacts\":\"5\" | /counts/0/contacts",
                "\"contacts\":true | /counts/0/contacts",
                "\"contacts\":null | /counts/0/contacts",
                "\"contacts\":1,\"attempts\":-1 | /counts/0/attempts",
                "\"contacts\":1,\"attempts\":1000001 | /counts/0/attempts",
                "\"contacts\":1,\"voters\":[\"A\"] | /counts/0/voters",
                "\"attempts\":5 | /counts/0/contacts"
            })
    void aFieldThatCannotBeAcceptedIsNamed(String fields, String pointer) {
        Response answer = report("{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\"," + fields + "}]}");

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        answer.then().contentType(Api.PROBLEM).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "2015-04-31, doorstep, /counts/0/day",
        "14/04/2015, doorstep, /counts/0/day",
        "2015-04-15, doorstep, /counts/0/day",
        "2015-04-14, pigeon, /counts/0/channel"
    })
    void aDayOrChannelThatCannotBeIsNamed(String day, String channel, String pointer) {
        Response answer =
                report("{\"counts\":[{\"day\":\"%s\",\"channel\":\"%s\",\"contacts\":1}]}".formatted(day, channel));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        answer.then().contentType(Api.PROBLEM).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void oneBadCountAmongGoodOnesIsNamedAndTheWholeBatchRefused() {
        String good = "{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1}";

        Response answer = report("{\"counts\":[" + good + "," + good.replace("1}", "-7}") + "]}");

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        answer.then()
                .body("errors.pointer", hasItem("/counts/1/contacts"))
                .body("errors[0].detail", containsString("-7"));
    }

    @Test
    void aFieldThatIsNotKnownIsNamed() {
        Response answer = report(LocalParty.doorsteps(1).replace("\"counts\"", "\"voters\":[\"Jo\"],\"counts\""));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        answer.then().contentType(Api.PROBLEM).body("errors.pointer", hasItem("/voters"));
    }

    @Test
    void contactsInASeatThatIsNotKnownAreRefused() {
        Response answer =
                Api.postJson(Api.as(Account.HQ), "/v1/campaign/seats/E14999999/contacts", LocalParty.doorsteps(1));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(404, 422);
        answer.then().contentType(Api.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exeter", "e14000698", "E1400069", "E14000698'--", "14000698"})
    void whatIsNoSeatCodeIsRefused(String code) {
        Response answer =
                Api.postJson(Api.as(Account.HQ), "/v1/campaign/seats/" + code + "/contacts", LocalParty.doorsteps(1));

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 404, 422);
        answer.then().contentType(Api.PROBLEM);
    }

    @Test
    void aPollOfASeatThatIsNotKnownIsNamedWithItsRowAndNoRowIsTaken() {
        String good = "Nobody,,adults,constituency,E14000653,2015-04-01,2015-04-02,public,500,40,60\n";

        Api.postCsv(
                        Api.as(Account.HQ),
                        "/v1/polls/imports.csv",
                        POLL_HEADER + good + good.replace("E14000653", "E14999999"))
                .then()
                .statusCode(422)
                .contentType(Api.PROBLEM)
                .body("errors[0].row", is(3))
                .body("errors[0].pointer", is("/seatCode"))
                .body("errors[0].detail", containsString("E14999999"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 101", "40, 200", "forty, 60", "1e3, 60", "20, 30"})
    void sharesThatCannotBeAreNamedWithTheirRow(String con, String lab) {
        Response answer = Api.postCsv(
                Api.as(Account.HQ),
                "/v1/polls/imports.csv",
                POLL_HEADER + "Nobody,,adults,constituency,E14000653,2015-04-01,2015-04-02,public,500," + con + ","
                        + lab + "\n");

        answer.then().statusCode(422).contentType(Api.PROBLEM).body("errors[0].row", is(2));
    }

    @Test
    void aBatchWithoutAKeyIsRefused() {
        Response answer = Api.as(party.canvasser())
                .contentType("application/json")
                .body(LocalParty.doorsteps(1))
                .post(party.contacts());

        assertProblem(answer, 400, "idempotency-key-required");
    }

    private static RequestSpecification keyed() {
        return Api.keyed(Api.as(party.canvasser()));
    }

    private static Response report(String body) {
        return Api.postJson(Api.as(party.canvasser()), party.contacts(), body);
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        answer.then().contentType(Api.PROBLEM).body("type", is("/problems/" + slug));
        assertThat(answer.<String>path("detail")).isNotBlank();
    }
}
