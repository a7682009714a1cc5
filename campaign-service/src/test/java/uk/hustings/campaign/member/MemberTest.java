package uk.hustings.campaign.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

/** Who is added, removed and shown, and what happens when Keycloak fails half-way. */
@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class MemberTest {

    private static final String YORKSHIRE = "E12000003";
    private static final String DARLINGTON = "E14000658";
    private static final String PUDSEY = "E14000886";

    @BeforeEach
    void found() {
        Campaign.found("darlington", "Darlington", People.NORTH_EAST, DARLINGTON);
        Campaign.found("pudsey", "Pudsey", YORKSHIRE, PUDSEY);
    }

    @AfterEach
    void nobodyIsKnown() {
        KeycloakAnswers.forget("/users");
        KeycloakAnswers.forget(KeycloakAnswers.groupPath("darlington"));
    }

    @Test
    void onlyHeadquartersAndTheRegionManageThePeopleOfALocalParty() {
        String organiser = Tokens.member("local-organiser", "darlington", DARLINGTON);
        Campaign.as(organiser).get(People.members("darlington")).then().statusCode(403);
        String yorkshire = Tokens.of("yorkshire")
                .role("regional-organiser")
                .region(YORKSHIRE)
                .sign();
        Campaign.as(yorkshire)
                .get(People.members("darlington"))
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Campaign.asHq().get(People.members("nowhere")).then().statusCode(404);
        People.put(People.region(), "darlington", "anybody", "{\"reason\":\" \"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        People.put(People.region(), "darlington", "a\u0001b", "{\"reason\":\"Elected\"}")
                .then()
                .statusCode(404);
        Campaign.asHq()
                .delete(People.members("darlington") + "/anybody")
                .then()
                .statusCode(400)
                .body("parameter", is("reason"));
    }

    @Test
    void aTokenOfALocalPartyWithAWiderRoleIsRefused() {
        for (Tokens token : List.of(
                Tokens.of("mixed").role("regional-organiser").region(People.NORTH_EAST),
                Tokens.of("mixed").role("national-organiser"),
                Tokens.of("mixed").role("canvasser").region(People.NORTH_EAST))) {
            Campaign.as(token.localParty("darlington")
                            .clientRole("seat:" + DARLINGTON)
                            .sign())
                    .get("/v1/campaign/access/me")
                    .then()
                    .statusCode(403)
                    .body("type", is("/problems/wider-than-local-party"));
        }
    }

    @Test
    void whenKeycloakIsAwayNothingIsChanged() {
        for (Response answer : new Response[] {
            People.put(Tokens.nationalOrganiser(), "darlington", "anybody", "{\"reason\":\"Elected\"}"),
            Campaign.asHq().get(People.members("darlington"))
        }) {
            answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", is("/problems/accounts-unavailable"))
                    .body("detail", containsString("Keycloak answered with status 503"));
        }
    }

    @Test
    void anAccountBelongsToOneLocalPartyAndHeadquartersLearnsToWhich() {
        People.account("u-pudsey", "somebody", List.of("canvasser"), "/local-parties/pudsey");
        People.group("darlington");

        People.put(Tokens.nationalOrganiser(), "darlington", "somebody", "{\"reason\":\"Has moved\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/second-local-party"))
                .body("localParty", is("pudsey"));
        for (Response answer : new Response[] {
            Campaign.as(People.region()).delete(People.members("darlington") + "/somebody?reason=gone"),
            Campaign.as(People.region()).get(People.members("darlington") + "/somebody"),
            Campaign.as(People.region()).delete(People.members("darlington") + "/somebody/key?reason=gone")
        }) {
            answer.then().statusCode(404).body("detail", is("The local party has no member of this name."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regional-organiser", "national-organiser", "analyst", "auditor"})
    void headquartersAddsNobodyWithWiderRoles(String role) {
        People.account("u-" + role, "somebody", List.of("default-roles-hustings", role));
        refusedForWiderRoles("somebody", role);
    }

    @Test
    void headquartersAddsNoProgramAndNobodyWithARegion() {
        People.account("u-program", "service-account-polls-service", List.of());
        refusedForWiderRoles("service-account-polls-service", "service");
        People.account("u-region", "somebody", List.of("canvasser"), "/regions/E12000001");
        refusedForWiderRoles("somebody", "region");
    }

    @Test
    void whoIsRemovedIsOutAtOnceEvenIfKeycloakFailsHalfWayAndWhoIsAddedAgainIsBack() {
        People.account("u-darlington", "somebody", List.of("canvasser"), "/local-parties/darlington");
        People.group("darlington", "u-darlington:somebody");
        KeycloakAnswers.forget("/users/u-darlington/groups/g-darlington");
        String token = Tokens.of("u-darlington")
                .role("canvasser")
                .localParty("darlington")
                .clientRole("seat:" + DARLINGTON)
                .sign();
        Campaign.report(token, DARLINGTON, 1).then().statusCode(201);

        remove().then().statusCode(503).body("detail", containsString("shut out already"));
        Campaign.report(token, DARLINGTON, 1).then().statusCode(403).body("type", is("/problems/seat-out-of-reach"));
        Campaign.as(token).get("/v1/campaign/access/me").then().body("localParty", nullValue());

        People.admits("darlington", "u-darlington");
        remove().then().statusCode(204);
        Campaign.report(token, DARLINGTON, 1).then().statusCode(403);

        People.put(Tokens.nationalOrganiser(), "darlington", "Somebody", "{\"reason\":\"It was a mistake\"}")
                .then()
                .statusCode(200)
                .body("account", is("somebody"))
                .body("status", is("member"))
                .body("name", is("Some Body"))
                .body("keyHolder", is(false));
        Campaign.report(token, DARLINGTON, 1).then().statusCode(201);
        assertThat(People.record("darlington", "u-darlington"))
                .containsExactly(
                        "removed by hq for nobody, unconfirmed", "removed by hq for nobody", "added by hq for nobody");
    }

    @Test
    void whileAnotherRequestChangesTheMembershipThisOneWaitsAndIsThenSentAway() throws SQLException {
        People.account("u-busy", "somebody", List.of("canvasser"));
        People.group("darlington");
        People.admits("darlington", "u-busy");
        lease("u-busy", "1 minute");
        try {
            add().then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString("Another change"));
            assertThat(People.record("darlington", "u-busy")).isEmpty();
        } finally {
            lease("u-busy", "-1 second");
        }
        add().then().statusCode(200);
    }

    @Test
    void aReasonHasUpToAThousandCharacters() {
        People.group("darlington");
        removeFor("x".repeat(1000)).then().statusCode(404);
        removeFor("x".repeat(1001)).then().statusCode(400).body("parameter", is("reason"));
        removeFor("\u00A0").then().statusCode(400).body("parameter", is("reason"));
        removeFor("Moved\naway").then().statusCode(400).body("parameter", is("reason"));
    }

    @Test
    void anybodyLeaves() {
        People.account("leaver", "leaver", List.of("canvasser"), "/local-parties/darlington");
        People.group("darlington", "leaver:leaver");
        People.admits("darlington", "leaver");
        String token = Tokens.of("leaver")
                .role("canvasser")
                .localParty("darlington")
                .clientRole("seat:" + DARLINGTON)
                .sign();

        Campaign.as(token)
                .delete("/v1/campaign/access/me/local-party?reason=Has moved away")
                .then()
                .statusCode(204);

        Campaign.report(token, DARLINGTON, 1).then().statusCode(403);
        People.account("leaver", "leaver", List.of("canvasser"));
        Campaign.as(token).delete("/v1/campaign/access/me/local-party").then().statusCode(404);
    }

    private static void refusedForWiderRoles(String account, String role) {
        People.put(Tokens.nationalOrganiser(), "darlington", account, "{\"reason\":\"Elected\"}")
                .then()
                .statusCode(409)
                .body("type", is("/problems/wider-roles"))
                .body("detail", containsString(role));
    }

    /** As if another request held it for this long from now on. */
    private static void lease(String accountId, String length) throws SQLException {
        try (Connection app = Campaign.appConnection();
                PreparedStatement held = app.prepareStatement("""
                        insert into membership_lease (lease_key, holder, ends_at)
                        values (hashtextextended(?, 0), gen_random_uuid(), now() + cast(? as interval))
                        on conflict (lease_key) do update set ends_at = excluded.ends_at""")) {
            held.setString(1, accountId);
            held.setString(2, length);
            held.executeUpdate();
        }
    }

    private static Response add() {
        return People.put(Tokens.nationalOrganiser(), "darlington", "somebody", "{\"reason\":\"Elected\"}");
    }

    private static Response removeFor(String reason) {
        return Campaign.asHq().queryParam("reason", reason).delete(People.members("darlington") + "/somebody");
    }

    private static Response remove() {
        return Campaign.asHq().delete(People.members("darlington") + "/somebody?reason=Has moved away");
    }
}
