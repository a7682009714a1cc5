package uk.hustings.polls.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class EvidenceChangeTest extends EvidenceOnRecord {

    private static final String PUBLIC = ", \"visibility\": \"public\"";

    @Inject
    Pool database;

    @Test
    void aCorrectionIsANewRevisionAndWhatStoodBeforeIsKept() {
        String id = recorded(RealData.CREWE, "neck and nek", PUBLIC);
        String path = "/v1/evidence/" + id;
        String tag = as(HQ).get(path).header("ETag");

        sending(path, tag, correction("neck and neck"))
                .then()
                .statusCode(200)
                .body("revision", is(2))
                .body("visibility", is("public"))
                .body("item.text", is("neck and neck"));
        sending(path, tag, correction("neck and neck")).then().statusCode(412);
        sending(path, null, correction("neck and neck")).then().statusCode(428);
        sending(path, as(HQ).get(path).header("ETag"), correction("neck and neck"))
                .then()
                .statusCode(200)
                .body("revision", is(2));

        given().get(path).then().body("item.text", is("neck and neck"));
        assertThat(history(id))
                .containsExactly(
                        "1 1 recorded public neck and nek hq Imported",
                        "2 2 recorded public neck and neck hq A slip of the pen");
    }

    @Test
    void aCorrectionThatMakesItAnothersEqualIsRefused() {
        String other = recorded(RealData.CREWE, "the other one", PUBLIC);
        String id = recorded(RealData.CREWE, "the one", PUBLIC);
        String tag = as(HQ).get("/v1/evidence/" + id).header("ETag");

        sending("/v1/evidence/" + id, tag, correction("the other one"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("itemId", is(other));
    }

    @Test
    void aFaultyCorrectionIsNamedByItsPlace() {
        String id = recorded(RealData.CREWE, "to be corrected", PUBLIC);
        String tag = as(HQ).get("/v1/evidence/" + id).header("ETag");

        sending("/v1/evidence/" + id, tag, correction(" "))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/item/text"));
        sending("/v1/evidence/" + id, tag, correction("x\", \"visibility\": \"public"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/item/visibility"));
    }

    @Test
    void whatIsWithdrawnLeavesTheTimelineAndIsStillReadById() {
        String id = recorded(RealData.CREWE, "taken back", PUBLIC);

        withdrawing(id).then().statusCode(200).body("status", is("withdrawn")).body("revision", is(2));
        withdrawing(id).then().statusCode(409).body("type", is("/problems/state-conflict"));

        assertThat(idOf(RealData.CREWE, "taken back")).isNull();
        given().get("/v1/evidence/" + id).then().statusCode(200).body("status", is("withdrawn"));
        importing(said(RealData.CREWE, "taken back", PUBLIC)).then().statusCode(409);
        sending("/v1/evidence/" + id, as(HQ).get("/v1/evidence/" + id).header("ETag"), correction("taken back"))
                .then()
                .statusCode(200)
                .body("status", is("recorded"));
        assertThat(idOf(RealData.CREWE, "taken back")).isEqualTo(id);
    }

    @Test
    void aChangeOfVisibilityIsKeptWithItsAuthorAndReason() {
        String id = recorded(RealData.CREWE, "let out", "");
        String path = "/v1/evidence/" + id;
        String order = "{\"visibility\": \"leaked\", \"reason\": \"In the press on Sunday\"}";
        given().get(path).then().statusCode(404);

        sending(path + "/visibility", as(HQ).get(path).header("ETag"), order)
                .then()
                .statusCode(200)
                .body("visibility", is("leaked"))
                .body("revision", is(1));

        given().get(path).then().statusCode(200).body("visibility", is("leaked"));
        assertThat(history(id))
                .containsExactly(
                        "1 1 recorded private let out hq Imported",
                        "2 1 recorded leaked let out hq In the press on Sunday");
    }

    @Test
    void anEmbargoEndsByItself() {
        String id = recorded(RealData.CREWE, "under embargo", "");
        String path = "/v1/evidence/" + id;
        String soon = Instant.parse(as(HQ).get(path).path("recordedAt"))
                .plusSeconds(2)
                .toString();

        sending(
                        path + "/visibility",
                        as(HQ).get(path).header("ETag"),
                        "{\"visibility\": \"embargoed\", \"embargoedUntil\": \"%s\", \"reason\": \"x\"}"
                                .formatted(soon))
                .then()
                .statusCode(200)
                .body("embargoedUntil", not(nullValue()));
        String before = given().get("/v1/evidence?kind=statement&seat=" + RealData.CREWE)
                .asString();
        assertThat(before).doesNotContain("under embargo");

        awaitThat(() -> given().get(path).statusCode() == 200);
        given().get(path).then().body("visibility", is("public")).body("embargoedUntil", nullValue());
        assertThat(given().get("/v1/evidence?kind=statement&limit=200&seat=" + RealData.CREWE)
                        .asString())
                .contains("under embargo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000-01-01T00:00:00Z", "+400000-01-01T00:00:00Z"})
    void anEmbargoEndsBeforeTheYear3000(String until) {
        String path = "/v1/evidence/" + recorded(RealData.CREWE, "under embargo until " + until, "");
        String order = "{\"visibility\": \"embargoed\", \"embargoedUntil\": \"%s\", \"reason\": \"x\"}";

        sending(path + "/visibility", as(HQ).get(path).header("ETag"), order.formatted(until))
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.pointer", contains("/embargoedUntil"));
        sending(path + "/visibility", as(HQ).get(path).header("ETag"), order.formatted("2999-12-31T23:59:59Z"))
                .then()
                .statusCode(200);
    }

    @Test
    void theServiceItselfCannotRewriteWhatWasRecorded() {
        for (String statement : List.of("delete from evidence_item", "update evidence_item set reason = 'x'")) {
            assertThat(database.query(statement)
                            .execute()
                            .onItem()
                            .transform(done -> "done")
                            .onFailure()
                            .recoverWithItem(Throwable::getMessage)
                            .await()
                            .indefinitely())
                    .contains("permission denied");
        }
    }

    private static String correction(String text) {
        return """
                {"reason": "A slip of the pen", "item": {"kind": "statement", "source": "Test", "speaker": "Somebody",
                 "seatCode": "%s", "text": "%s"}}""".formatted(RealData.CREWE, text);
    }

    private List<String> history(String itemId) {
        return StreamSupport.stream(
                        database.preparedQuery("""
                                        select concat_ws(' ', change, revision, status, visibility, content ->> 'text',
                                                         author, reason)
                                        from evidence_item where item_id = $1 order by change
                                        """)
                                .execute(Tuple.of(UUID.fromString(itemId)))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }
}
