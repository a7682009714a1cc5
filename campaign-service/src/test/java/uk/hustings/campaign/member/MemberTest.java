package uk.hustings.campaign.member;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

/** What can be asked about members without a Keycloak, and what happens when it fails half-way. */
@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class MemberTest {

    private static final String NORTH_EAST = "E12000001";
    private static final String YORKSHIRE = "E12000003";
    private static final String DARLINGTON = "E14000658";
    private static final String PUDSEY = "E14000886";

    @Test
    void onlyHeadquartersAndTheRegionManageThePeopleOfALocalParty() {
        Campaign.found("darlington", "Darlington", NORTH_EAST, DARLINGTON);
        String organiser = Tokens.member("local-organiser", "darlington", DARLINGTON);
        Campaign.as(organiser).get(members("darlington")).then().statusCode(403);
        Campaign.as(region(YORKSHIRE))
                .get(members("darlington"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Campaign.asHq().get(members("nowhere")).then().statusCode(404);
        put(region(NORTH_EAST), "darlington", "anybody", "{\"reason\":\" \"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        Campaign.asHq()
                .delete(members("darlington") + "/anybody")
                .then()
                .statusCode(400)
                .body("parameter", is("reason"));
    }

    @Test
    void whenKeycloakIsAwayNothingIsChanged() {
        Campaign.found("darlington", "Darlington", NORTH_EAST, DARLINGTON);
        KeycloakAnswers.forget("/users");

        for (Response answer : new Response[] {
            put(region(NORTH_EAST), "darlington", "anybody", "{\"reason\":\"Elected\"}"),
            Campaign.asHq().get(members("darlington"))
        }) {
            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/accounts-unavailable"))
                    .body("detail", containsString("Keycloak answered with status 503"));
        }
    }

    @Test
    void anAccountBelongsToOneLocalPartyAndWhichIsToldToThoseWhoManageIt() {
        Campaign.found("darlington", "Darlington", NORTH_EAST, DARLINGTON);
        Campaign.found("pudsey", "Pudsey", YORKSHIRE, PUDSEY);
        account("u-pudsey", "/local-parties/pudsey");

        put(region(NORTH_EAST), "darlington", "somebody", "{\"reason\":\"Has moved\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/second-local-party"))
                .body("localParty", nullValue());
        put(Tokens.nationalOrganiser(), "darlington", "somebody", "{\"reason\":\"Has moved\"}")
                .then()
                .statusCode(409)
                .body("localParty", is("pudsey"));
        Campaign.asHq()
                .delete(members("darlington") + "/somebody?reason=gone")
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
        KeycloakAnswers.forget("/users");
    }

    @Test
    void whoIsRemovedIsOutAtOnceEvenIfKeycloakFailsHalfWayAndWhoIsAddedAgainIsBack() {
        Campaign.found("darlington", "Darlington", NORTH_EAST, DARLINGTON);
        account("u-darlington", "/local-parties/darlington");
        KeycloakAnswers.forget("/group-by-path/key-holders");
        String token = Tokens.of("u-darlington")
                .role("canvasser")
                .localParty("darlington")
                .clientRole("seat:" + DARLINGTON)
                .sign();
        Campaign.report(token, DARLINGTON, 1).then().statusCode(201);

        remove("darlington").then().statusCode(503).body("detail", containsString("shut out already"));
        Campaign.report(token, DARLINGTON, 1).then().statusCode(403).body("type", is("/problems/seat-out-of-reach"));
        Campaign.as(token).get("/v1/campaign/access/me").then().body("localParty", nullValue());

        KeycloakAnswers.json("/group-by-path/key-holders", "{\"id\":\"keys\",\"name\":\"key-holders\"}");
        KeycloakAnswers.json(
                KeycloakAnswers.groupPath("darlington"),
                KeycloakAnswers.group("g-darlington", "darlington", "seat:" + DARLINGTON));
        KeycloakAnswers.status("/users/u-darlington/groups/keys", 204);
        KeycloakAnswers.status("/users/u-darlington/groups/g-darlington", 204);
        remove("darlington").then().statusCode(204);
        Campaign.report(token, DARLINGTON, 1).then().statusCode(403);

        put(region(NORTH_EAST), "darlington", "somebody", "{\"reason\":\"It was a mistake\",\"keyHolder\":true}")
                .then()
                .statusCode(200)
                .body("account", is("somebody"))
                .body("name", is("Some Body"))
                .body("keyHolder", is(true));
        Campaign.report(token, DARLINGTON, 1).then().statusCode(201);
        KeycloakAnswers.forget("/users");
    }

    /** Whoever is asked for is this account. */
    private static void account(String id, String group) {
        KeycloakAnswers.json("/users", """
                [{"id":"%s","username":"somebody","firstName":"Some","lastName":"Body","enabled":true}]""".formatted(id));
        KeycloakAnswers.json("/users/" + id + "/groups", "[{\"id\":\"g\",\"path\":\"%s\"}]".formatted(group));
    }

    private static Response put(String token, String localParty, String account, String body) {
        return Campaign.as(token).contentType("application/json").body(body).put(members(localParty) + "/" + account);
    }

    private static Response remove(String localParty) {
        return Campaign.asHq().delete(members(localParty) + "/somebody?reason=Has moved away");
    }

    private static String region(String code) {
        return Tokens.of("region-" + code)
                .role("regional-organiser")
                .region(code)
                .sign();
    }

    private static String members(String localParty) {
        return "/v1/campaign/local-parties/" + localParty + "/members";
    }
}
