package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The private poll of Exeter's members, of 2016, which headquarters keeps to the few whom it concerns. */
class PrivatePollTest {

    /** Different in every answer, whatever is asked. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id");

    private static LocalParty exeter;
    private static Account twin;
    private static String poll;

    @BeforeAll
    static void findThePoll() {
        exeter = LocalParty.named("exeter");
        twin = Account.organiserOf("bristol-west");
        Realm.grantAtApi(twin, "twin:" + exeter.seatCode());
        poll = Api.as(Account.HQ)
                .get("/v1/polls?visibility=private&population=party-members&seat=" + exeter.seatCode())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].pollId");
    }

    static Stream<Named<Supplier<RequestSpecification>>> thoseWhomItConcerns() {
        return Stream.of(
                caller("organiser of Exeter", () -> Api.as(Account.organiserOf("exeter"))),
                caller("organiser of its region", () -> Api.as(Account.regionalOrganiserOf("E12000009"))),
                caller("headquarters", () -> Api.as(Account.HQ)),
                caller("analyst", () -> Api.as(Account.ANALYST)));
    }

    static Stream<Named<Supplier<RequestSpecification>>> everybodyElse() {
        return Stream.of(
                caller("anybody", Api::anybody),
                caller("canvasser of Exeter", () -> Api.as(Account.canvasserOf("exeter"))),
                caller("organiser of Swansea West", () -> Api.as(Account.organiserOf("swansea-west"))),
                caller("organiser of a twin of Exeter", () -> Api.as(twin)),
                caller("organiser of another region", () -> Api.as(Account.regionalOrganiserOf("E12000006"))),
                caller("auditor", () -> Api.as(Account.AUDITOR)));
    }

    @ParameterizedTest
    @MethodSource("thoseWhomItConcerns")
    void thoseWhomItConcernsSeeItWithItsFigures(Supplier<RequestSpecification> caller) {
        caller.get()
                .get("/v1/polls/" + poll)
                .then()
                .statusCode(200)
                .body("visibility", is("private"))
                .body("seatCode", is(exeter.seatCode()))
                .body("questions[0].sharesPct.find { it.option == 'smith' }.pct", is(46))
                .body("questions[0].lead.option", is("smith"));
        caller.get().get(ofTheSeat("/v1/polls")).then().body("items.pollId", hasItem(poll));
        caller.get()
                .get(ofTheSeat("/v1/polls/counts") + "&population=party-members")
                .then()
                .body("polls", is(1));
    }

    @ParameterizedTest
    @MethodSource("everybodyElse")
    void toEverybodyElseItAnswersByteForByteAsAPollThatNeverWas(Supplier<RequestSpecification> caller) {
        Response secret = caller.get().get("/v1/polls/" + poll);
        Response absent = caller.get().get("/v1/polls/" + UUID.randomUUID());

        assertThat(secret.statusCode()).isEqualTo(404);
        assertThat(secret.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(lasting(secret)).isEqualTo(lasting(absent));
    }

    @ParameterizedTest
    @MethodSource("everybodyElse")
    void toEverybodyElseItIsMissingFromListsAndCounts(Supplier<RequestSpecification> caller) {
        for (String filter : List.of("", "&visibility=private", "&population=party-members")) {
            caller.get()
                    .get(ofTheSeat("/v1/polls") + filter)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            caller.get()
                    .get(ofTheSeat("/v1/polls/counts") + filter)
                    .then()
                    .statusCode(200)
                    .body("polls", is(0))
                    .body("seats", empty());
        }
    }

    @ParameterizedTest
    @MethodSource("everybodyElse")
    void everybodyElseReadsTheSamePagesAndTotalsAsThePublic(Supplier<RequestSpecification> caller) {
        assertThat(pages(caller)).isEqualTo(pages(Api::anybody)).doesNotContain(poll);
        assertThat(caller.get().get("/v1/polls/counts").asByteArray())
                .isEqualTo(Api.anybody().get("/v1/polls/counts").asByteArray());
    }

    @ParameterizedTest
    @MethodSource("everybodyElse")
    void entityTagsAreEqualForAllWhoMaySeeTheSame(Supplier<RequestSpecification> caller) {
        for (String list :
                List.of(ofTheSeat("/v1/polls"), "/v1/polls/counts", "/v1/polls?region=E12000009&limit=200")) {
            String theirs = caller.get().get(list).header("ETag");
            String ofThePublic = Api.anybody().get(list).header("ETag");

            assertThat(theirs).as(list).isNotNull().isEqualTo(ofThePublic);
        }
    }

    @ParameterizedTest
    @MethodSource("everybodyElse")
    void theTagOrCursorOfSomebodyWhoSeesMoreTellsNothing(Supplier<RequestSpecification> caller) {
        String tag = Api.as(Account.HQ).get(ofTheSeat("/v1/polls")).header("ETag");
        String cursor =
                Api.as(Account.HQ).get("/v1/polls?visibility=private&limit=1").path("next");

        caller.get()
                .header("If-None-Match", tag)
                .get(ofTheSeat("/v1/polls"))
                .then()
                .statusCode(200)
                .body("items", empty());
        caller.get()
                .get("/v1/polls?visibility=private&limit=1&cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-refused"));
    }

    @Test
    void whoMayNotChangeItsVisibilityDoesNotLearnWhetherItIsThere() {
        String change = "{\"visibility\":\"public\",\"reason\":\"Published by the MP\"}";
        RequestSpecification organiser = Api.as(Account.organiserOf("swansea-west"))
                .contentType("application/json")
                .body(change);
        RequestSpecification again = Api.as(Account.organiserOf("swansea-west"))
                .contentType("application/json")
                .body(change);

        Response secret = organiser.put("/v1/polls/" + poll + "/visibility");
        Response absent = again.put("/v1/polls/" + UUID.randomUUID() + "/visibility");

        assertThat(secret.statusCode()).isEqualTo(403);
        assertThat(secret.asByteArray()).isEqualTo(absent.asByteArray());
        assertThat(lasting(secret)).isEqualTo(lasting(absent));
    }

    @Test
    void anAnswerForOneCallerIsKeptByNobodyElse() {
        Response own = Api.as(Account.organiserOf("exeter")).get("/v1/polls/" + poll);

        assertThat(own.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(own.headers().getValues("Vary"))
                .anySatisfy(names -> assertThat(names).containsIgnoringCase("Authorization"));
    }

    private static String ofTheSeat(String path) {
        return path + "?seat=" + exeter.seatCode();
    }

    private static List<String> pages(Supplier<RequestSpecification> caller) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = caller.get().get("/v1/polls?limit=100" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.then().statusCode(200);
            ids.addAll(page.jsonPath().getList("items.pollId"));
            next = page.path("next");
        }
        return ids;
    }

    private static List<String> lasting(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase(java.util.Locale.ROOT)))
                .map(Header::toString)
                .sorted()
                .toList();
    }

    private static Named<Supplier<RequestSpecification>> caller(String name, Supplier<RequestSpecification> request) {
        return Named.of(name, request);
    }
}
