package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class CorrectionTest extends Running {

    private static final String POLL = """
            {"pollster": "%s", "population": "adults", "seatCode": "E14000653", "fieldworkEnd": "2015-03-02", %s
             "questions": [{"question": "constituency", "unweightedBase": 500, "sharesPct": [
               {"option": "con", "pct": %s}, {"option": "lab", "pct": %s}]}]}
            """;

    @Inject
    DomainClock clock;

    @BeforeEach
    void nobodyIsLocked() {
        serveNoLocks();
    }

    @Test
    void aCorrectionCountsAndWhatItReplacedIsKept() {
        String id = recorded("Corrected", "public", 40, 60);
        String list = given().get("/v1/polls?pollster=Corrected").header("ETag");

        corrected(id, "Misread", stated("Corrected", "", 60, 40))
                .then()
                .statusCode(200)
                .body("revision", is(2))
                .body("visibility", is("public"))
                .body("questions[0].lead.option", is("con"));

        given().header("If-None-Match", list)
                .get("/v1/polls?pollster=Corrected")
                .then()
                .statusCode(200)
                .body("items.revision", contains(2));
        given().get("/v1/polls/" + id + "/history")
                .then()
                .statusCode(200)
                .body("revisions.revision", contains(1, 2))
                .body("revisions.reason", contains("Imported", "Misread"))
                .body("revisions[0].poll.questions[0].sharesPct.pct", contains(40, 60))
                .body("revisions[1].poll.questions[0].sharesPct.pct", contains(60, 40))
                .body("revisions.author", everyItem(nullValue()))
                .body("visibility.author", everyItem(nullValue()));
    }

    @Test
    void whoDidItIsToldToThoseWhoMayAsk() {
        String id = recorded("Authored", "public", 40, 60);

        for (String token : new String[] {HQ, ANALYST, AUDITOR}) {
            as(token)
                    .get("/v1/polls/" + id + "/history")
                    .then()
                    .body("revisions.author", contains("hq"))
                    .body("visibility.author", contains("hq"));
        }
        for (String token : new String[] {CREWE_ORGANISER, NORTH_WEST}) {
            as(token).get("/v1/polls/" + id + "/history").then().body("revisions.author[0]", nullValue());
        }
    }

    @Test
    void aCorrectionToWhatStandsChangesNothing() {
        String id = recorded("Steady", "public", 40, 60);

        corrected(id, "As before", stated("Steady", "", 40, 60))
                .then()
                .statusCode(200)
                .body("revision", is(1));
    }

    @Test
    void evenWhatTellsItFromOthersCanBeCorrectedButNotIntoAnother() {
        String id = recorded("Misspelt", "public", 40, 60);
        String other = recorded("Spelt", "private", 41, 59);

        corrected(id, "Name", stated("Spelt", "", 40, 60))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("pollId", is(other));
        corrected(id, "Name", stated("Spelt right", "", 40, 60)).then().statusCode(200);

        given().get("/v1/polls?pollster=Misspelt").then().body("items", empty());
        given().get("/v1/polls?pollster=Spelt right").then().body("items.pollId", contains(id));
        recorded("Misspelt", "public", 1, 99);
        given().get("/v1/polls?pollster=Misspelt").then().body("items", hasSize(1));
    }

    @Test
    void aCorrectionIsHeldAgainstTheRulesOfAnImport() {
        String id = recorded("Ruled", "public", 40, 60);

        corrected(id, "x", stated("Ruled", "", 40, 70))
                .then()
                .statusCode(422)
                .body("type", is("/problems/shares-off-sum"))
                .body("errors.pointer", contains("/poll/questions/0/sharesPct"));
        corrected(id, "x", stated("Ruled", "\"sampleSize\": -1,", 40, 60))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/poll/sampleSize"));
        corrected(id, "x", stated("Ruled", "\"visibility\": \"private\",", 40, 60))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("changePollVisibility"));
        corrected(id, " ", stated("Ruled", "", 40, 60)).then().statusCode(422);
        corrected(UUID.randomUUID().toString(), "x", stated("Ruled", "", 40, 60))
                .then()
                .statusCode(404);
    }

    @Test
    void whoCorrectsMustHaveReadThePollAsItIs() {
        String id = recorded("Read before", "public", 40, 60);
        String body = order("x", stated("Read before", "", 41, 59));

        as(HQ).contentType("application/json")
                .body(body)
                .put("/v1/polls/" + id)
                .then()
                .statusCode(428);
        as(HQ).contentType("application/json")
                .header("If-Match", "\"of-another-day\"")
                .body(body)
                .put("/v1/polls/" + id)
                .then()
                .statusCode(412);
        as(CREWE_ORGANISER)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/v1/polls/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void aWithdrawnPollIsInNoListAndStillToldByItsId() {
        String id = recorded("Withdrawn", "public", 40, 60);

        withdrawn(id, "Error of weighting")
                .then()
                .statusCode(200)
                .body("status", is("withdrawn"))
                .body("revision", is(2));

        for (String path : new String[] {"/v1/polls?pollster=Withdrawn", "/v1/polls?q=withdrawn"}) {
            given().get(path).then().body("items", empty());
            as(HQ).get(path).then().body("items", empty());
        }
        given().get("/v1/polls/counts?pollster=Withdrawn").then().body("polls", is(0));
        given().get("/v1/polls.csv?pollster=Withdrawn").then().body(is(header()));
        given().get("/v1/polls/" + id).then().statusCode(200).body("status", is("withdrawn"));
        given().get("/v1/polls?status=withdrawn&pollster=Withdrawn").then().body("items.pollId", contains(id));
        given().get("/v1/polls/" + id + "/history")
                .then()
                .body("revisions.status", contains("recorded", "withdrawn"))
                .body("revisions[1].reason", is("Error of weighting"));
        withdrawn(id, "Again").then().statusCode(409).body("type", is("/problems/state-conflict"));
    }

    @Test
    void aWithdrawnPollComesBackByACorrectionAndNotByAnImport() {
        String id = recorded("Back", "public", 40, 60);
        withdrawn(id, "Too early").then().statusCode(200);

        importedJson("{\"polls\": [" + stated("Back", "", 40, 60) + "]}")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/polls/0/status"))
                .body("errors[0].detail", is("is recorded as withdrawn, was recorded"));
        corrected(id, "It was right", stated("Back", "", 40, 60))
                .then()
                .statusCode(200)
                .body("status", is("recorded"))
                .body("revision", is(3));
        given().get("/v1/polls?pollster=Back").then().body("items", hasSize(1));
    }

    @Test
    void whatIsWithdrawnUnderEmbargoStaysHidden() {
        String until = clock.instant().plusSeconds(3600).toString();
        String id = recorded("Under embargo", "embargoed\", \"embargoedUntil\": \"" + until, 40, 60);

        withdrawn(id, "Never mind").then().statusCode(200);

        as(HQ).get("/v1/polls/" + id).then().body("visibility", is("private")).body("embargoedUntil", nullValue());
        as(HQ).get("/v1/polls/" + id + "/history")
                .then()
                .body("visibility.visibility", contains("embargoed", "private"))
                .body("visibility.author", everyItem(notNullValue()));
        given().get("/v1/polls/" + id).then().statusCode(404);
    }

    @Test
    void aPrivatePollHasNoHistoryForOthers() {
        String id = memberPollOf(RealData.EXETER);
        String never = "/v1/polls/" + UUID.randomUUID() + "/history";

        for (String token : new String[] {AUDITOR, CREWE_ORGANISER, EXETER_CANVASSER}) {
            as(token)
                    .get("/v1/polls/" + id + "/history")
                    .then()
                    .statusCode(404)
                    .body(is(as(token).get(never).asString()));
        }
        as(HQ).get("/v1/polls/" + id + "/history").then().statusCode(200);
    }

    @Test
    void aWithdrawalThatIsSentTwiceIsDoneOnce() {
        String id = recorded("Sent twice", "public", 40, 60);
        String key = UUID.randomUUID().toString();

        String first = keyed(key, id).asString();
        keyed(key, id).then().statusCode(200).body(is(first)).header("Idempotency-Replayed", "true");
    }

    private static Response keyed(String key, String id) {
        return as(HQ).header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("/v1/polls/" + id + "/withdrawal");
    }

    private static String header() {
        return given().get("/v1/polls.csv?pollster=Nobody at all").asString();
    }

    private static String recorded(String pollster, String visibility, int con, int lab) {
        importedJson("{\"polls\": [%s]}"
                        .formatted(stated(pollster, "\"visibility\": \"%s\",".formatted(visibility), con, lab)))
                .then()
                .statusCode(201)
                .body("created", is(1));
        return as(HQ).get("/v1/polls?pollster=" + pollster).path("items[0].pollId");
    }

    private static String stated(String pollster, String more, int con, int lab) {
        return POLL.formatted(pollster, more, con, lab);
    }

    private static String order(String reason, String poll) {
        return "{\"reason\": \"%s\", \"poll\": %s}".formatted(reason, poll);
    }

    private static Response corrected(String id, String reason, String poll) {
        String read = as(HQ).get("/v1/polls/" + id).header("ETag");
        return as(HQ).contentType("application/json")
                .header("If-Match", read == null ? "*" : read)
                .body(order(reason, poll))
                .put("/v1/polls/" + id);
    }

    private static Response withdrawn(String id, String reason) {
        return as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\": \"%s\"}".formatted(reason))
                .post("/v1/polls/" + id + "/withdrawal");
    }
}
