package uk.hustings.polls.poll;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

@QuarkusTest
class PrivatePollTest extends Running {

    private static final Set<String> OF_THE_MOMENT = Set.of("date");
    private static final String EXETER_LOCKED = """
            {"version": 2, "locks": [{"localParty": "exeter", "seatCode": "E14000698",
             "decisionId": "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11", "reason": "501 contacts in week 2015-W16",
             "since": "2015-04-14T11:00:00Z", "until": "2015-05-07T21:00:00Z", "twinnedSeat": "E14000653",
             "learntLater": 1}]}
            """;

    private String exeterPoll;

    @BeforeEach
    void nobodyIsLocked() {
        serveLocks.accept(NO_LOCKS);
        awaitThat(() -> as(EXETER_ORGANISER).get("/v1/polls").statusCode() == 200);
        exeterPoll = memberPollOf(RealData.EXETER);
        awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 200);
    }

    @Test
    void thoseWhoseRoleReachesTheSeatSeeIt() {
        for (String token : new String[] {EXETER_ORGANISER, SOUTH_WEST, ANALYST, HQ}) {
            seenBy(token)
                    .then()
                    .statusCode(200)
                    .body("visibility", is("private"))
                    .body("questions[0].lead.option", is("smith"));
            as(token).get("/v1/polls?population=party-members").then().body("items.pollId", hasItem(exeterPoll));
        }
    }

    @Test
    void toEverybodyElseItIsAbsentByteForByte() {
        String never = UUID.randomUUID().toString();
        for (RequestSpecification caller : strangers()) {
            Response hidden = caller.get("/v1/polls/" + exeterPoll);
            Response absent = caller.get("/v1/polls/" + never);

            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(hidden.asByteArray()).isEqualTo(absent.asByteArray());
            assertThat(headers(hidden)).isEqualTo(headers(absent));
        }
    }

    @Test
    void anIdThatIsNoIdIsAbsentInTheSameWords() {
        assertThat(given().get("/v1/polls/no-id").asByteArray())
                .isEqualTo(given().get("/v1/polls/" + exeterPoll).asByteArray());
    }

    @Test
    void itIsMissingFromListsCountsAndTags() {
        for (RequestSpecification caller : strangers()) {
            caller.get("/v1/polls?seat=" + RealData.EXETER).then().body("items", empty());
            caller.get("/v1/polls?visibility=private&region=" + RealData.SOUTH_WEST)
                    .then()
                    .body("items", empty());
            caller.get("/v1/polls/counts?seat=" + RealData.EXETER)
                    .then()
                    .body("polls", is(0))
                    .body("seats", empty());
        }
        String listTag = given().get("/v1/polls?limit=200").header("ETag");
        String countsTag = given().get("/v1/polls/counts").header("ETag");

        imported(RealData.memberPolls().replace(",,party-members,", "Whoever,,registered-voters,"))
                .then()
                .statusCode(201)
                .body("created", is(12));

        given().header("If-None-Match", listTag)
                .get("/v1/polls?limit=200")
                .then()
                .statusCode(304);
        given().header("If-None-Match", countsTag)
                .get("/v1/polls/counts")
                .then()
                .statusCode(304);
    }

    @Test
    void anOrganiserSeesTheOwnSeatAloneOfThePrivateOnes() {
        as(EXETER_ORGANISER)
                .get("/v1/polls/counts?visibility=private")
                .then()
                .body("seats.seatCode", is(List.of(RealData.EXETER)));
    }

    @Test
    void aLockOnTheOwnSeatClosesItWithItsReason() {
        serveLocks.accept(EXETER_LOCKED);
        awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 403);

        seenBy(EXETER_ORGANISER)
                .then()
                .contentType("application/problem+json")
                .body("type", is("/problems/party-locked"))
                .body("detail", is("501 contacts in week 2015-W16"))
                .body("seatCode", is(RealData.EXETER))
                .body("twinnedSeat", is("E14000653"));
        as(EXETER_ORGANISER)
                .get("/v1/polls?population=party-members")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(EXETER_ORGANISER)
                .get("/v1/polls/" + memberPollOf(RealData.STOKE_NORTH))
                .then()
                .statusCode(404);
        seenBy(EXETER_CANVASSER).then().statusCode(404);
        seenBy(SOUTH_WEST).then().statusCode(200);
        seenBy(HQ).then().statusCode(200);
    }

    @Test
    void aLiftedLockOpensItAgain() {
        serveLocks.accept(EXETER_LOCKED);
        awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 403);

        serveLocks.accept(NO_LOCKS.replace("1", "3"));

        awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 200);
    }

    @Test
    void whatALocalPartyOrAnAccountHasLostIsAbsentThoughTheTokenStillSaysOtherwise() {
        for (String lost : List.of("\"seatCode\": \"E14000698\"", "\"subject\": \"local-organiser-of-exeter\"")) {
            serveLocks.accept("""
                    {"version": 4, "locks": [], "tombstones": [{"localParty": "exeter", %s}]}""".formatted(lost));

            awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 404);

            seenBy(SOUTH_WEST).then().statusCode(200);
            serveLocks.accept(NO_LOCKS.replace("1", "5"));
            awaitThat(() -> seenBy(EXETER_ORGANISER).statusCode() == 200);
        }
    }

    @Test
    void anAccountOfTwoLocalPartiesSeesNothingPrivate() {
        String token = uk.hustings.test.Tokens.of("of-two")
                .role("local-organiser")
                .localParty("exeter")
                .localParty("crewe-and-nantwich")
                .clientRole("seat:" + RealData.EXETER)
                .sign();

        seenBy(token).then().statusCode(404);
        as(token).get("/v1/polls?visibility=private").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aCursorOfACallerWhoSeesMoreIsRefused() {
        String cursor = as(HQ).get("/v1/polls?limit=1").path("next");

        given().queryParam("cursor", cursor)
                .get("/v1/polls?limit=1")
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-refused"));
        as(ANALYST).queryParam("cursor", cursor).get("/v1/polls?limit=1").then().statusCode(200);
    }

    @Test
    void noAnswerToAnAuthenticatedCallerMayBeKept() {
        seenBy(HQ).then().header("Cache-Control", is("private, no-store")).header("Vary", not(empty()));
    }

    private Response seenBy(String token) {
        return as(token).get("/v1/polls/" + exeterPoll);
    }

    private static List<RequestSpecification> strangers() {
        return List.of(
                given(),
                as(EXETER_CANVASSER),
                as(AUDITOR),
                as(CREWE_ORGANISER),
                as(TWIN_OF_EXETER),
                as(NORTH_WEST),
                as(uk.hustings.test.Tokens.service()));
    }

    private static List<Header> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.getName().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }
}
