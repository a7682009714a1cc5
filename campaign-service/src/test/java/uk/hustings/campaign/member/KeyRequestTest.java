package uk.hustings.campaign.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.test.Tokens;

/** A key is asked for by one person and granted by another. */
@QuarkusTest
class KeyRequestTest {

    private static final String DURHAM = "E14000641";
    private static final String SHIELDS = "E14000944";
    private static final String PARTY = "city-of-durham";
    private static final String REQUESTS = "/v1/campaign/local-parties/" + PARTY + "/key-requests";
    private static final String GROUNDS = "{\"reason\":\"Agreed by the committee\"}";

    private final String organiser = Tokens.member("local-organiser", PARTY, DURHAM);

    @BeforeEach
    void found() {
        Campaign.found(PARTY, "City of Durham", People.NORTH_EAST, DURHAM);
        Campaign.found("south-shields", "South Shields", People.NORTH_EAST, SHIELDS);
    }

    @AfterEach
    void nobodyIsKnown() {
        KeycloakAnswers.forget("/users");
    }

    @Test
    void nobodyGivesTheKeyByAMembership() {
        for (String token : List.of(People.region(), Tokens.nationalOrganiser())) {
            People.put(token, PARTY, "somebody", "{\"reason\":\"Polling day\",\"keyHolder\":true}")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/keyHolder"))
                    .body("errors[0].detail", containsString("/key-requests"));
        }
    }

    @Test
    void aMemberAsksAndTheOrganiserGrants() {
        String canvasser = member("k-canvasser");

        String id = ask(canvasser, "k-canvasser")
                .then()
                .statusCode(201)
                .body("status", is("open"))
                .body("requestedBy", is("k-canvasser"))
                .body("expiresAt", notNullValue())
                .extract()
                .path("keyRequestId");
        ask(canvasser, "k-canvasser").then().statusCode(409);
        Campaign.as(organiser)
                .get(REQUESTS + "?status=open")
                .then()
                .statusCode(200)
                .body("items.keyRequestId", contains(id));
        Campaign.as(canvasser).get(REQUESTS).then().statusCode(403);
        answer(canvasser, id, "grant").then().statusCode(403);
        answer(Tokens.member("local-organiser", "south-shields", SHIELDS), id, "grant")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));

        answer(organiser, id, "grant")
                .then()
                .statusCode(200)
                .body("status", is("granted"))
                .body("answeredBy", is("local-organiser-of-" + PARTY));

        assertThat(People.record(PARTY, "k-canvasser"))
                .containsExactly("key-holder by local-organiser-of-city-of-durham for k-canvasser");
        answer(organiser, id, "grant").then().statusCode(409).body("state", is("granted"));
        answer(organiser, id, "refusal").then().statusCode(409);
        answer(organiser, UUID.randomUUID().toString(), "grant").then().statusCode(404);
    }

    @Test
    void whoAskedAndWhoIsToHoldItDoNotGrantIt() {
        member("local-organiser-of-" + PARTY);
        String forMe = ask(Tokens.nationalOrganiser(), "local-organiser-of-" + PARTY)
                .then()
                .statusCode(201)
                .extract()
                .path("keyRequestId");
        for (String token : List.of(organiser, Tokens.nationalOrganiser())) {
            answer(token, forMe, "grant").then().statusCode(403).body("type", is("/problems/second-person-required"));
        }
        assertThat(People.record(PARTY, "local-organiser-of-" + PARTY)).isEmpty();
        answer(People.region(), forMe, "refusal").then().statusCode(200).body("status", is("refused"));
    }

    @Test
    void aCanvasserAsksForItselfAlone() {
        String canvasser = member("k-other");
        ask(Tokens.member("canvasser", PARTY, DURHAM), "k-other").then().statusCode(404);
        ask(Tokens.member("canvasser", "south-shields", SHIELDS), "k-other")
                .then()
                .statusCode(403);
        ask(canvasser, "nobody-of-this-name").then().statusCode(404);
        ask(organiser, "nobody-of-this-name").then().statusCode(404);
        ask(organiser, " ").then().statusCode(422).body("errors.pointer", contains("/account"));
        ask(organiser, "k-other").then().statusCode(201);
    }

    @Test
    void anAccountThatHasLeftOrHasWiderRolesGetsNoKey() {
        String leaver = member("k-leaver");
        String id = ask(leaver, "k-leaver").path("keyRequestId");
        People.account("k-leaver", "k-leaver", List.of("canvasser", "analyst"), "/local-parties/" + PARTY);
        answer(organiser, id, "grant").then().statusCode(409).body("type", is("/problems/wider-roles"));
        People.account("k-leaver", "k-leaver", List.of("canvasser"));
        answer(organiser, id, "grant").then().statusCode(409).body("type", is("/problems/state-conflict"));

        member("k-leaver");
        Campaign.as(leaver).delete("/v1/campaign/access/me/local-party").then().statusCode(204);
        answer(organiser, id, "grant").then().statusCode(409).body("state", is("withdrawn"));
        assertThat(People.record(PARTY, "k-leaver")).containsExactly("removed by k-leaver for nobody");
    }

    @Test
    void aGrantThatKeycloakMissedIsSentAgain() {
        String id = ask(member("k-again"), "k-again").path("keyRequestId");
        KeycloakAnswers.status("/users/k-again/groups/keys", 503);
        answer(organiser, id, "grant").then().statusCode(503);
        answer(organiser, id, "refusal").then().statusCode(409);
        KeycloakAnswers.status("/users/k-again/groups/keys", 204);
        answer(organiser, id, "grant").then().statusCode(200);
        assertThat(People.record(PARTY, "k-again"))
                .containsExactly(
                        "key-holder by local-organiser-of-city-of-durham for k-again, unconfirmed",
                        "key-holder by local-organiser-of-city-of-durham for k-again");
    }

    @Test
    void aRequestExpires() {
        member("k-late");
        UUID id = UUID.randomUUID();
        try (Connection app = Campaign.appConnection();
                PreparedStatement insert = app.prepareStatement("""
                        insert into key_request (id, local_party, account, account_id, reason, requested_by, requested_at,
                            expires_at)
                        values (?, ?, 'k-late', 'k-late', 'Polling day', 'k-late', '2015-03-01', '2015-03-15')""")) {
            insert.setObject(1, id);
            insert.setString(2, PARTY);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        answer(organiser, id.toString(), "grant").then().statusCode(409).body("state", is("expired"));
        Campaign.as(organiser)
                .get(REQUESTS + "?status=expired&limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", is("expired"));
        ask(organiser, "k-late").then().statusCode(201);
    }

    @Test
    void aKeyIsGivenUpAndTakenAway() {
        String holder = member("k-holder", "/key-holders");
        ask(organiser, "k-holder").then().statusCode(409).body("detail", containsString("holds the key"));
        Campaign.as(People.region())
                .delete(People.members(PARTY) + "/k-holder/key?reason=Handed back")
                .then()
                .statusCode(204);
        Campaign.as(holder)
                .delete("/v1/campaign/access/me/key?reason=Away")
                .then()
                .statusCode(204);
        People.put(Tokens.nationalOrganiser(), PARTY, "k-holder", "{\"reason\":\"Away\",\"keyHolder\":false}")
                .then()
                .statusCode(200)
                .body("keyHolder", is(false));
        assertThat(People.record(PARTY, "k-holder"))
                .containsExactly(
                        "no-key-holder by region-E12000001 for nobody",
                        "no-key-holder by k-holder for nobody",
                        "no-key-holder by hq for nobody");
        Campaign.as(holder)
                .queryParam("reason", " ")
                .delete("/v1/campaign/access/me/key")
                .then()
                .statusCode(400);
    }

    @Test
    void pagesPutTogetherAreTheList() {
        List<String> all = Campaign.asHq()
                .get("/v1/campaign/local-parties/south-shields/key-requests")
                .then()
                .extract()
                .path("items.keyRequestId");
        assertThat(all).isEmpty();
        People.group("south-shields", "s-1:s-1", "s-2:s-2", "s-3:s-3");
        for (String name : List.of("s-1", "s-2", "s-3")) {
            People.account(name, name, List.of("canvasser"), "/local-parties/south-shields");
            Campaign.post(
                            People.region(),
                            "/v1/campaign/local-parties/south-shields/key-requests",
                            "{\"account\":\"%s\",\"reason\":\"Polling day\"}".formatted(name))
                    .then()
                    .statusCode(201);
        }
        Response page = Campaign.asHq().get("/v1/campaign/local-parties/south-shields/key-requests?limit=2");
        page.then().body("items.account", contains("s-3", "s-2"));
        Campaign.asHq()
                .get("/v1/campaign/local-parties/south-shields/key-requests?limit=2&cursor=" + page.path("next"))
                .then()
                .body("items.account", contains("s-1"));
    }

    /** A canvasser of the local party, who is its only member. */
    private static String member(String name, String... groups) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("/local-parties/" + PARTY), java.util.stream.Stream.of(groups))
                .toArray(String[]::new);
        People.account(name, name, List.of("canvasser"), all);
        People.group(PARTY, name + ":" + name);
        People.admits(PARTY, name);
        return Tokens.of(name)
                .role("canvasser")
                .localParty(PARTY)
                .clientRole("seat:" + DURHAM)
                .sign();
    }

    private static Response ask(String token, String account) {
        return Campaign.post(token, REQUESTS, "{\"account\":\"%s\",\"reason\":\"Polling day\"}".formatted(account));
    }

    private static Response answer(String token, String id, String what) {
        return Campaign.post(token, REQUESTS + "/" + id + "/" + what, GROUNDS);
    }
}
