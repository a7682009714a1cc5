package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.polls.Running;

@QuarkusTest
class VisibilityChangeTest extends Running {

    private static final String TORFAEN = "W07000053";
    private static final String ELTHAM = "E14000690";

    @Inject
    Pool database;

    @Test
    void aPublishedPollIsEverybodysAndAWithdrawnOneIsNot() {
        String poll = memberPollOf(TORFAEN);
        given().get("/v1/polls/" + poll).then().statusCode(404);

        changed(ANALYST, poll, "public", "Printed in the article")
                .then()
                .statusCode(200)
                .body("visibility", is("public"));
        given().get("/v1/polls/" + poll).then().statusCode(200).body("questions[0].lead.option", is("smith"));
        given().get("/v1/polls?seat=" + TORFAEN).then().body("items.pollId", contains(poll));

        changed(HQ, poll, "private", "Printed by mistake")
                .then()
                .statusCode(200)
                .body("visibility", is("private"));
        given().get("/v1/polls/" + poll).then().statusCode(404);
    }

    @Test
    void everyChangeIsKeptWithItsAuthorAndNoneIsMadeUp() {
        String poll = memberPollOf(ELTHAM);

        changed(HQ, poll, "public", "Told to the press").then().statusCode(200);
        changed(ANALYST, poll, "public", "Told again").then().statusCode(200);
        changed(ANALYST, poll, "private", "Withdrawn").then().statusCode(200);

        assertThat(events(poll))
                .containsExactly("private hq Imported", "public hq Told to the press", "private analyst Withdrawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update visibility_event set author = 'nobody'",
                "delete from visibility_event",
                "update poll set recorded_at = now()",
                "delete from poll",
                "update poll_revision set content = '{}'",
                "delete from poll_revision",
                "update poll_reading set reader = 'nobody'",
                "delete from poll_reading",
                "delete from evidence_version",
                "truncate poll cascade",
                "alter table poll add column more text"
            })
    void theServiceHasNoRightToRewriteWhatIsRecorded(String statement) {
        assertThatThrownBy(() -> database.query(statement).execute().await().indefinitely())
                .hasMessageContaining("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"visibility\": \"secret\", \"reason\": \"x\"}",
                "{\"visibility\": \"embargoed\", \"reason\": \"x\"}",
                "{\"visibility\": \"embargoed\", \"embargoedUntil\": \"2015-04-14T10:00:00Z\", \"reason\": \"x\"}",
                "{\"visibility\": \"public\", \"embargoedUntil\": \"2015-04-20T10:00:00Z\", \"reason\": \"x\"}",
                "{\"visibility\": \"public\", \"reason\": \" \"}",
                "{\"visibility\": \"public\"}",
                "{\"reason\": \"x\"}",
                "{\"visibility\": \"public\", \"reason\": \"a\\u0000b\"}"
            })
    void anOrderMustSayWhatAndWhy(String order) {
        as(HQ).contentType("application/json")
                .body(order)
                .put("/v1/polls/" + memberPollOf(ELTHAM) + "/visibility")
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"));
    }

    @Test
    void whatCannotBeReadIsRefusedBeforeAnythingElse() {
        String path = "/v1/polls/" + memberPollOf(ELTHAM) + "/visibility";
        for (String body : new String[] {"{", "", "[]", "{\"visibility\": \"public\", \"reason\": \"x\", \"to\": 1}"}) {
            assertThat(as(HQ).contentType("application/json")
                            .body(body)
                            .put(path)
                            .statusCode())
                    .as(body)
                    .isIn(400, 422);
        }
    }

    @Test
    void aPollThatIsNotThereCannotBeChanged() {
        changed(HQ, UUID.randomUUID().toString(), "public", "x").then().statusCode(404);
        changed(HQ, "no-id", "public", "x").then().statusCode(404);
    }

    @Test
    void whoChangesAPollMustHaveReadItAsItIs() {
        String path = "/v1/polls/" + memberPollOf(ELTHAM);
        String order = "{\"visibility\": \"private\", \"reason\": \"as before\"}";
        as(HQ).contentType("application/json")
                .body(order)
                .put(path + "/visibility")
                .then()
                .statusCode(428)
                .body("type", is("/problems/precondition-required"));
        as(HQ).contentType("application/json")
                .header("If-Match", "\"of-another-day\"")
                .body(order)
                .put(path + "/visibility")
                .then()
                .statusCode(412)
                .body("type", is("/problems/precondition-failed"));
        as(HQ).contentType("application/json")
                .header("If-Match", as(HQ).get(path).header("ETag"))
                .body(order)
                .put(path + "/visibility")
                .then()
                .statusCode(200);
    }

    private List<String> events(String poll) {
        List<String> events = new ArrayList<>();
        database.preparedQuery(
                        "select visibility, author, reason from visibility_event where poll_id = $1 order by event_id")
                .execute(io.vertx.mutiny.sqlclient.Tuple.of(UUID.fromString(poll)))
                .await()
                .indefinitely()
                .forEach(row -> events.add(row.getString(0) + " " + row.getString(1) + " " + row.getString(2)));
        return events;
    }

    private static Response changed(String token, String poll, String visibility, String reason) {
        String read = as(token).get("/v1/polls/" + poll).header("ETag");
        return as(token)
                .contentType("application/json")
                .header("If-Match", read == null ? "*" : read)
                .body("{\"visibility\": \"%s\", \"reason\": \"%s\"}".formatted(visibility, reason))
                .put("/v1/polls/" + poll + "/visibility");
    }
}
