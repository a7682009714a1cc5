package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.hustings.local.suite.App;
import uk.hustings.local.suite.RunningSuite;

/** Nobody makes their own rights: members are invited and accept, keys are granted by a second person. */
class MembershipTest {

    private static final LocalParty HOME = LocalParty.named("torbay");
    private static final LocalParty OTHER = LocalParty.named("st-ives");
    private static final Account REGION = Account.regionalOrganiserOf(HOME.region());

    @Test
    void aRegionInvitesAnyNameAndOnlyTheAccountItselfFindsOut() {
        Account newcomer = Realm.account("canvasser");
        Account elsewhere = OTHER.canvasser();
        List<String> shapes = new ArrayList<>();
        for (String name : List.of(
                newcomer.name(),
                "nobody-has-this-name",
                elsewhere.name(),
                "analyst",
                "auditor",
                "hq",
                Account.regionalOrganiserOf("E12000002").name(),
                "service-account-polls-service")) {
            Response answer = put(REGION, HOME, name, false);
            answer.then().statusCode(202);
            shapes.add(answer.asString()
                    .replace(answer.path("invitationId"), "ID")
                    .replace('"' + name + '"', "NAME")
                    .replaceAll("\"20[0-9T:-]+Z\"", "TIME"));
        }
        assertThat(shapes.stream().distinct()).hasSize(1);

        String id = invitationOf(newcomer);
        accept(elsewhere, id).then().statusCode(404);
        accept(newcomer, id).then().statusCode(200).body("outcome", is("accepted"));
        HOME.report(newcomer.freshToken(), 1).then().statusCode(201);
        accept(newcomer, id).then().statusCode(409);
        Api.as(newcomer).get("/v1/campaign/access/me").then().body("localParty", is(HOME.id()));

        accept(elsewhere, invitationOf(elsewhere))
                .then()
                .statusCode(409)
                .body("type", is("/problems/second-local-party"))
                .body("localParty", is(OTHER.id()));
        for (Account wider : List.of(Account.ANALYST, Account.AUDITOR, Account.HQ)) {
            accept(wider, invitationOf(wider)).then().statusCode(409).body("type", is("/problems/wider-roles"));
        }

        Response listed = Api.as(REGION).get(members(HOME) + "?limit=200");
        listed.then().statusCode(200);
        assertThat(statusOf(listed, newcomer.name())).containsExactly("member");
        for (String name : List.of("nobody-has-this-name", elsewhere.name(), "analyst")) {
            assertThat(statusOf(listed, name)).as(name).containsExactly("invited");
        }
        for (String name : List.of("nobody-has-this-name", elsewhere.name())) {
            Api.as(REGION).get(members(HOME) + "/" + name).then().statusCode(404);
            Api.as(REGION)
                    .delete(members(HOME) + "/" + name + "?reason=Away")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aRegionalOrganiserCannotMakeItselfAKeyHolder() {
        put(REGION, HOME, REGION.name(), false)
                .then()
                .statusCode(403)
                .body("type", is("/problems/second-person-required"));
        put(REGION, HOME, REGION.name(), true).then().statusCode(422).body("errors.pointer", contains("/keyHolder"));
        put(Account.HQ, HOME, REGION.name(), false).then().statusCode(409).body("type", is("/problems/wider-roles"));
        assertThat(Claims.of(REGION.freshToken()).json().<Object>get("local_party"))
                .isNull();
        Api.postJson(Api.as(REGION), "/v1/campaign/access/break-glass", """
                        {"localParty":"%s","seatCode":"%s","reason":"Polling day"}""".formatted(HOME.id(), HOME.seatCode()))
                .then()
                .statusCode(403);
    }

    @Test
    void headquartersAddsAtOnceButNeitherItselfNorWiderRoles() {
        put(Account.HQ, HOME, "hq", false).then().statusCode(403).body("type", is("/problems/second-person-required"));
        for (String name : List.of("analyst", "auditor", "service-account-polls-service")) {
            put(Account.HQ, HOME, name, false).then().statusCode(409).body("type", is("/problems/wider-roles"));
        }
        put(Account.HQ, HOME, "nobody-has-this-name", false).then().statusCode(404);
        Api.as(Account.HQ).get("/v1/campaign/access/me").then().statusCode(200).body("localParty", nullValue());
    }

    @Test
    void aKeyIsAskedForByOneAndGrantedByAnotherAndGivenUp() {
        Account canvasser = OTHER.canvasser();
        Account organiser = OTHER.organiser();
        String requests = "/v1/campaign/local-parties/" + OTHER.id() + "/key-requests";
        String forCanvasser = ask(canvasser, canvasser);
        Api.as(organiser).get(requests + "?status=open").then().body("items.keyRequestId", contains(forCanvasser));
        answer(canvasser, forCanvasser, "grant").then().statusCode(403);

        answer(organiser, forCanvasser, "grant").then().statusCode(200).body("status", is("granted"));

        assertThat(canvasser.freshToken())
                .satisfies(token -> assertThat(Claims.of(token).json().getList("realm_access.roles", String.class))
                        .contains("key-holder"));
        Api.as(canvasser).delete("/v1/campaign/access/me/key").then().statusCode(204);
        assertThat(Claims.of(canvasser.freshToken()).json().getList("realm_access.roles", String.class))
                .doesNotContain("key-holder");

        String forOrganiser = ask(organiser, organiser);
        answer(organiser, forOrganiser, "grant")
                .then()
                .statusCode(403)
                .body("type", is("/problems/second-person-required"));
        answer(REGION, forOrganiser, "refusal").then().statusCode(200).body("status", is("refused"));
    }

    @Test
    void anInvitationExpires() {
        Account late = Realm.account("canvasser", "/key-holders");
        put(REGION, HOME, late.name(), false).then().statusCode(202);
        String id = invitationOf(late);
        expire(id);

        Api.as(late).get("/v1/campaign/access/me").then().body("invitations", empty());
        accept(late, id).then().statusCode(409).body("state", is("expired"));
        Api.with(late.freshToken()).get("/v1/campaign/access/me").then().body("localParty", nullValue());
    }

    @TestFactory
    Stream<DynamicTest> aTokenOfALocalPartyWithAWiderRoleIsRefusedByEveryService() {
        String group = "/local-parties/north-cornwall";
        Map<String, Account> mixed = Map.of(
                "national-organiser", Realm.account("national-organiser", group),
                "analyst", Realm.account("analyst", group),
                "region", Realm.account("local-organiser", group, "/regions/E12000009"));
        return mixed.entrySet().stream()
                .map(account -> dynamicTest(account.getKey(), () -> {
                    String token = account.getValue().token();
                    RequestSpecification campaign =
                            Api.at(App.CAMPAIGN).auth().preemptive().oauth2(token);
                    refused(campaign.get("/v1/campaign/access/me"));
                    refused(Api.postJson(
                            Api.at(App.POLLS).auth().preemptive().oauth2(token),
                            "/v1/polls/imports",
                            "{\"polls\":[]}"));
                    refused(Api.postCsv(
                            Api.at(App.SEATS).auth().preemptive().oauth2(token), "/v1/parties/imports", "code\n"));
                    assertThat(Api.with(token)
                                    .get("/v1/polls/" + HOME.privatePoll())
                                    .statusCode())
                            .isEqualTo(404);
                }));
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).contentType(Api.PROBLEM).body("type", is("/problems/wider-than-local-party"));
    }

    private static String members(LocalParty party) {
        return "/v1/campaign/local-parties/" + party.id() + "/members";
    }

    private static Response put(Account caller, LocalParty party, String name, boolean key) {
        return Api.as(caller)
                .contentType("application/json")
                .body(key ? "{\"reason\":\"Elected\",\"keyHolder\":true}" : "{\"reason\":\"Elected\"}")
                .put(members(party) + "/" + name);
    }

    private static String invitationOf(Account account) {
        return Api.as(account)
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .body("invitations.localParty", contains(HOME.id()))
                .extract()
                .path("invitations[0].invitationId");
    }

    private static Response accept(Account account, String invitation) {
        return Api.keyed(Api.as(account)).post("/v1/campaign/invitations/" + invitation + "/acceptance");
    }

    private static String ask(Account asking, Account holder) {
        return Api.postJson(
                        Api.as(asking),
                        "/v1/campaign/local-parties/" + OTHER.id() + "/key-requests",
                        "{\"account\":\"%s\",\"reason\":\"Polling day\"}".formatted(holder.name()))
                .then()
                .statusCode(201)
                .extract()
                .path("keyRequestId");
    }

    private static Response answer(Account caller, String request, String what) {
        return Api.postJson(
                Api.as(caller),
                "/v1/campaign/local-parties/" + OTHER.id() + "/key-requests/" + request + "/" + what,
                "{\"reason\":\"Agreed by the committee\"}");
    }

    private static List<String> statusOf(Response members, String name) {
        return members.jsonPath().getList("items.findAll { it.account == '" + name + "' }.status");
    }

    /** As if its fourteen days were over. */
    private static void expire(String invitation) {
        String url = RunningSuite.get().postgres().superuserUrl().replace("/postgres?", "/campaign?");
        try (Connection owner = DriverManager.getConnection(url);
                PreparedStatement update = owner.prepareStatement("""
                        update member_invitation
                        set invited_at = invited_at - interval '14 days', expires_at = expires_at - interval '14 days'
                        where id = ?""")) {
            update.setObject(1, UUID.fromString(invitation));
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
