package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.hustings.local.suite.App;

/**
 * Every operation of the API document, for every role of {@code docs/access-matrix.csv}, in every kind of place: those
 * who may are let in, and everybody else is refused.
 */
class AccessMatrixTest {

    /** What only services ask of each other; in no document, and not to be had through the gateway. */
    private static final Map<String, App> FEEDS = Map.of("/internal/locks", App.CAMPAIGN);

    private static Matrix matrix;
    private static Cast cast;

    @BeforeAll
    static void readTheMatrix() {
        matrix = Matrix.read();
        cast = new Cast();
        for (LocalParty decided : List.of(cast.nextDoor(), cast.elsewhere())) {
            decided.decide("locked", "They asked for it").then().statusCode(201);
            decided.decide("restored", "They asked for it").then().statusCode(201);
        }
        for (LocalParty busy : List.of(cast.home(), cast.twin(), cast.nextDoor(), cast.elsewhere())) {
            busy.report(Account.HQ.token(), 3).then().statusCode(201);
            Api.postJson(Api.as(Account.HQ), "/v1/campaign/spending/expenses", """
                            {"seatCode":"%s","localParty":"%s","category":"staff","period":"short","status":"declared",
                             "paidGbp":1,"day":"2015-04-14"}""".formatted(
                                    busy.seatCode(), busy.id()))
                    .then()
                    .statusCode(201);
        }
        for (LocalParty donor : List.of(cast.home(), cast.nextDoor(), cast.elsewhere())) {
            Api.postJson(Api.as(Account.HQ), "/v1/campaign/twinnings", """
                            {"donor":"%s","target":"%s","from":"2015-04-20","until":"2015-04-26","pledgedHours":5,
                             "reason":"Nobody else is near"}""".formatted(
                                    donor.id(), cast.twin().seatCode()))
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void everyOperationOfTheApiDocumentHasARowInTheMatrix() {
        List<String> document = operationIds();

        assertThat(document).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Operation.known()).containsExactlyInAnyOrderElementsOf(document);
        assertThat(document)
                .allSatisfy(id -> assertThat(matrix.has(Operation.named(id).permission()))
                        .as("row for %s", Operation.named(id).permission())
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicContainer> whoMayDoWhat() {
        return operationIds().stream().sorted().map(id -> {
            Operation operation = Operation.named(id);
            return dynamicContainer(id, matrix.roles().stream().flatMap(role -> trials(operation, role)));
        });
    }

    @TestFactory
    Stream<DynamicContainer> whoMayKnowOfAPrivatePoll() {
        return matrix.roles().stream()
                .map(role -> dynamicContainer(
                        role,
                        cast.places(role).entrySet().stream()
                                .map(place -> dynamicTest(role + ", private poll of " + place.getKey(), () -> {
                                    boolean may = covers(matrix.reach("poll:read-private", role), place.getKey());
                                    String poll = place.getValue().privatePoll();

                                    assertThat(cast.as(role)
                                                    .get("/v1/polls/" + poll)
                                                    .statusCode())
                                            .isEqualTo(may ? 200 : 404);
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> whoMayFollowWhatServicesTellEachOther() {
        return FEEDS.entrySet().stream().flatMap(feed -> matrix.roles().stream()
                .map(role -> dynamicTest(role + " at " + feed.getKey(), () -> {
                    boolean may = matrix.reach("feed:follow", role).equals("all");

                    Response answer = cast.as(role, Api.at(feed.getValue())).get(feed.getKey());
                    Response through = cast.as(role, Api.anybody()).get(feed.getKey());

                    assertThat(answer.statusCode()).isEqualTo(may ? 200 : refusal(role));
                    assertThat(through.statusCode()).isEqualTo(404);
                })));
    }

    private Stream<DynamicTest> trials(Operation operation, String role) {
        String reach = matrix.reach(operation.permission(), role);
        return switch (operation.scope()) {
            case EVERYWHERE -> Stream.of(trial(operation, role, "", cast.home(), !reach.isEmpty()));
            case LIST ->
                Stream.of(dynamicTest(sentence(role, !reach.isEmpty(), operation, ""), () -> {
                    Response answer = operation.attempt().send(cast.as(role), cast.home());
                    if (reach.isEmpty()) {
                        assertRefused(answer, role);
                    } else {
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                        assertWithin(reach, operation, answer);
                    }
                }));
            case PLACE ->
                cast.places(role).entrySet().stream()
                        .map(place -> trial(
                                operation,
                                role,
                                " in " + place.getKey(),
                                place.getValue(),
                                covers(reach, place.getKey())));
        };
    }

    private DynamicTest trial(Operation operation, String role, String where, LocalParty place, boolean may) {
        return dynamicTest(sentence(role, may, operation, where), () -> {
            Response answer = operation.attempt().send(cast.as(role), place);
            if (may) {
                assertThat(operation.answers()).as(answer.asString()).contains(answer.statusCode());
            } else {
                assertRefused(answer, role);
            }
        });
    }

    private static String sentence(String role, boolean may, Operation operation, String where) {
        return "%s %s %s%s".formatted(role, may ? "may" : "may not", operation.id(), where);
    }

    private static boolean covers(String reach, Cast.Place place) {
        return switch (reach) {
            case "all", "self" -> true;
            case "region" -> place == Cast.Place.ITS_REGION;
            case "own+twin" -> place == Cast.Place.ITS_OWN_SEAT || place == Cast.Place.ITS_TWIN;
            case "own" -> place == Cast.Place.ITS_OWN_SEAT;
            case "" -> false;
            default -> throw new AssertionError("What does the matrix mean by " + reach + "?");
        };
    }

    private static void assertRefused(Response answer, String role) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(refusal(role));
        assertThat(answer.contentType()).isEqualTo(Api.PROBLEM);
    }

    private static int refusal(String role) {
        return role.equals("anonymous") ? 401 : 403;
    }

    /** Nothing in the list belongs to somebody whom the caller does not reach. */
    private static void assertWithin(String reach, Operation operation, Response answer) {
        List<Map<String, Object>> items = answer.path("items");
        boolean nothingWasDecidedAtHome = operation.id().equals("listAccessDecisions") && reach.equals("own");
        assertThat(items.isEmpty()).isEqualTo(nothingWasDecidedAtHome);
        switch (reach) {
            case "own" ->
                assertThat(items).allSatisfy(item -> assertThat(item.values())
                        .containsAnyOf(cast.home().id(), cast.home().seatCode()));
            case "own+twin" ->
                assertThat(items).allSatisfy(item -> assertThat(item.values())
                        .containsAnyOf(
                                cast.home().id(),
                                cast.home().seatCode(),
                                cast.twin().seatCode()));
            case "region" ->
                assertThat(items).allSatisfy(item -> assertThat(cast.regionOf(item))
                        .isEqualTo(cast.home().region()));
            default -> assertThat(items.stream().map(cast::regionOf).distinct()).hasSizeGreaterThan(1);
        }
    }

    private static List<String> operationIds() {
        return Api.anybody()
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("paths.collectMany { path, methods -> methods.values().operationId }.findAll { it != null }");
    }
}
