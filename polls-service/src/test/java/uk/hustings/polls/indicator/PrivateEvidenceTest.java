package uk.hustings.polls.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

@QuarkusTest
class PrivateEvidenceTest extends EvidenceOnRecord {

    private static final Set<String> OF_THE_MOMENT = Set.of("date");
    private static final List<String> READS = List.of(
            "/v1/evidence?limit=100",
            "/v1/evidence?seat=" + RealData.EXETER,
            "/v1/evidence?from=2015-04-01&region=" + RealData.SOUTH_WEST,
            "/v1/evidence?kind=statement",
            "/v1/evidence?contest=ge2015&limit=1",
            "/v1/polls?seat=" + RealData.EXETER,
            "/v1/polls/counts");

    @Inject
    Pool database;

    @BeforeEach
    void nobodyIsLocked() {
        serveLocks.accept(NO_LOCKS);
        awaitThat(() -> as(EXETER_ORGANISER).get("/v1/evidence").statusCode() == 200);
    }

    @Test
    void toThoseItIsNotForAPrivateItemIsAbsentByteForByte() {
        List<List<Object>> before = everythingStrangersSee();

        String id = recorded(RealData.EXETER, "for Exeter alone", ", \"day\": \"2015-04-01\"");

        assertThat(everythingStrangersSee()).isEqualTo(before);
        for (Supplier<RequestSpecification> stranger : strangers()) {
            Response hidden = stranger.get().get("/v1/evidence/" + id);
            Response absent = stranger.get().get("/v1/evidence/" + UUID.randomUUID());
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.asByteArray()).isEqualTo(absent.asByteArray());
            assertThat(headers(hidden)).isEqualTo(headers(absent));
        }
        for (String token : List.of(EXETER_ORGANISER, SOUTH_WEST, ANALYST, HQ)) {
            as(token).get("/v1/evidence/" + id).then().statusCode(200).body("item.text", is("for Exeter alone"));
            assertThat(timelineOf(token)).contains(id);
        }
    }

    @Test
    void aRegionsOwnItemIsForTheRegionAndANationalOneForHeadquarters() {
        importing(said(RealData.EXETER, "of the region", "")
                        .replace("\"seatCode\": \"" + RealData.EXETER, "\"regionCode\": \"" + RealData.SOUTH_WEST))
                .then()
                .statusCode(201);
        importing(said(RealData.EXETER, "of the nation", "")
                        .replace("\"seatCode\": \"" + RealData.EXETER + "\"", "\"geography\": \"gb\""))
                .then()
                .statusCode(201);

        assertThat(statementsSeenBy(SOUTH_WEST)).contains("of the region").doesNotContain("of the nation");
        assertThat(statementsSeenBy(EXETER_ORGANISER)).doesNotContain("of the region", "of the nation");
        assertThat(statementsSeenBy(NORTH_WEST)).doesNotContain("of the region", "of the nation");
        assertThat(statementsSeenBy(HQ)).contains("of the region", "of the nation");
    }

    @Test
    void aLockOnTheOwnSeatClosesItWithItsReason() {
        String id = recorded(RealData.EXETER, "closed by a lock", "");
        serveLocks.accept("""
                {"version": 2, "locks": [{"localParty": "exeter", "seatCode": "E14000698",
                 "decisionId": "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11", "reason": "501 contacts in week 2015-W16",
                 "since": "2015-04-14T11:00:00Z", "until": "2015-05-07T21:00:00Z"}]}
                """);

        awaitThat(() -> as(EXETER_ORGANISER).get("/v1/evidence/" + id).statusCode() == 403);
        as(EXETER_ORGANISER).get("/v1/evidence/" + id).then().body("type", is("/problems/party-locked"));
        assertThat(timelineOf(EXETER_ORGANISER)).doesNotContain(id);
        as(SOUTH_WEST).get("/v1/evidence/" + id).then().statusCode(200);

        serveLocks.accept(NO_LOCKS.replace("1", "3"));
        awaitThat(() -> as(EXETER_ORGANISER).get("/v1/evidence/" + id).statusCode() == 200);
    }

    @Test
    void whoWasShownAPrivateItemIsKept() {
        String id = recorded(RealData.EXETER, "read by two", "");
        as(EXETER_ORGANISER).get("/v1/evidence/" + id).then().statusCode(200);
        as(SOUTH_WEST)
                .get("/v1/evidence?kind=statement&limit=200&seat=" + RealData.EXETER)
                .then()
                .statusCode(200);
        as(CREWE_ORGANISER).get("/v1/evidence/" + id).then().statusCode(404);

        assertThat(readings(id)).endsWith("local-organiser-of-exeter getEvidence 1", "south-west listEvidence 1");
    }

    @Test
    void aPrivatePollTakenForAContestIsInItsTimelineForThoseWhoMaySeeIt() {
        imported(RealData.COLUMNS + ",contest,conPct,labPct,dontKnowPct\n,Of the timeline,adults,standard,"
                        + RealData.EXETER + ",,,private,,of-the-timeline,40,40,20\n")
                .then()
                .statusCode(201);
        String path = "/v1/evidence?contest=of-the-timeline";

        String pollId =
                as(EXETER_ORGANISER).get(path).then().statusCode(200).extract().path("items[0].pollId");

        assertThat(polled(pollId)).contains("local-organiser-of-exeter listEvidence");
        as(HQ).get("/v1/polls/" + pollId).then().body("contest", is("of-the-timeline"));
        for (Supplier<RequestSpecification> stranger : strangers()) {
            stranger.get().get(path).then().statusCode(200).body("items", empty());
        }
    }

    @Test
    void aCursorOfACallerWhoSeesMoreIsRefused() {
        String cursor = as(HQ).get("/v1/evidence?limit=1").path("next");

        given().queryParam("cursor", cursor)
                .get("/v1/evidence?limit=1")
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-refused"));
    }

    private static List<List<Object>> everythingStrangersSee() {
        return strangers().stream()
                .flatMap(stranger -> READS.stream().map(path -> stranger.get().get(path)))
                .map(answer -> List.<Object>of(answer.statusCode(), answer.asString(), headers(answer)))
                .toList();
    }

    private static List<Supplier<RequestSpecification>> strangers() {
        return List.of(
                RestAssured::given,
                () -> as(EXETER_CANVASSER),
                () -> as(AUDITOR),
                () -> as(CREWE_ORGANISER),
                () -> as(TWIN_OF_EXETER),
                () -> as(NORTH_WEST),
                () -> as(Tokens.service()));
    }

    private static List<Header> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> timelineOf(String token) {
        return as(token)
                .get("/v1/evidence?limit=200&kind=statement&seat=" + RealData.EXETER)
                .jsonPath()
                .getList("items.itemId");
    }

    private static List<String> statementsSeenBy(String token) {
        return as(token).get("/v1/evidence?limit=200&kind=statement").jsonPath().getList("items.item.text");
    }

    private List<String> readings(String itemId) {
        return found("""
                select concat_ws(' ', reader, operation, change) from item_reading where item_id = $1 order by reading_id
                """, itemId);
    }

    private List<String> polled(String pollId) {
        return found("select concat_ws(' ', reader, operation) from poll_reading where poll_id = $1", pollId);
    }

    private List<String> found(String query, String id) {
        return StreamSupport.stream(
                        database.preparedQuery(query)
                                .execute(Tuple.of(UUID.fromString(id)))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }
}
