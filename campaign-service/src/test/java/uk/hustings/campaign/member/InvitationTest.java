package uk.hustings.campaign.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.test.Tokens;

/** A region invites a name, and only the account of that name makes itself a member by it. */
@QuarkusTest
class InvitationTest {

    private static final String BLAYDON = "E14000574";
    private static final String BLYTH = "E14000575";
    private static final String TYNEMOUTH = "E14000853";

    @Inject
    DomainClock clock;

    @AfterEach
    void nobodyIsKnown() {
        KeycloakAnswers.forget("/users");
    }

    @Test
    void theAnswerIsTheSameForEveryNameAndAsksNothingOfKeycloak() {
        found();
        List<String> bodies = new ArrayList<>();
        for (String name : List.of("unknown-name", "elsewhere-member", "an-analyst", "SERVICE-account-polls")) {
            bodies.add(shape(
                    People.invite("blaydon", name)
                            .then()
                            .statusCode(202)
                            .extract()
                            .response(),
                    name));
        }
        People.account("u-known", "known-name", List.of("national-organiser"), "/local-parties/blyth-valley");
        bodies.add(shape(
                People.invite("blaydon", "known-name")
                        .then()
                        .statusCode(202)
                        .extract()
                        .response(),
                "known-name"));

        assertThat(bodies.stream().distinct()).hasSize(1);
    }

    @Test
    void invitedAgainItIsTheSameInvitationWhateverTheAccountAnswered() {
        found();
        String first = People.invite("blaydon", "twice")
                .then()
                .statusCode(202)
                .extract()
                .asString();
        String id = People.invite("blaydon", "Twice")
                .then()
                .body(is(first))
                .extract()
                .path("invitationId");

        People.refuse(Tokens.of("twice").role("canvasser").sign(), id)
                .then()
                .statusCode(200)
                .body("outcome", is("refused"));

        People.invite("blaydon", "twice").then().statusCode(202).body(is(first));
        People.group("blaydon");
        Campaign.as(People.region())
                .get(People.members("blaydon") + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.account == 'twice' }.status", is("invited"))
                .body("items.find { it.account == 'twice' }.name", nullValue());
        assertThat(invitationsOf("twice")).as("to the account it is answered").isEmpty();
        People.accept(Tokens.of("twice").role("canvasser").sign(), id)
                .then()
                .statusCode(409)
                .body("state", is("refused"));
    }

    @Test
    void theAccountSeesItAcceptsItAndReports() {
        found();
        String token = tokenOf("newcomer", "blaydon", BLAYDON);
        String id = People.invite("blaydon", "newcomer").path("invitationId");
        Campaign.as(Tokens.of("newcomer").role("canvasser").sign())
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .body("invitations.localParty", contains("blaydon"))
                .body("invitations.invitedBy", contains("region-" + People.NORTH_EAST))
                .body("invitations.invitationId", contains(id));
        People.accept(Tokens.of("another").role("canvasser").sign(), id).then().statusCode(404);
        People.account("newcomer", "newcomer", List.of("canvasser"));
        People.group("blaydon");

        People.accept(token, id).then().statusCode(503).body("type", is("/problems/accounts-unavailable"));
        assertThat(invitationsOf("newcomer")).as("it can be sent again").containsExactly("blaydon");
        People.admits("blaydon", "newcomer");
        People.refuse(token, id).then().statusCode(409);
        String key = UUID.randomUUID().toString();
        for (int tries = 0; tries < 2; tries++) {
            Campaign.post(token, "/v1/campaign/invitations/" + id + "/acceptance", "", key)
                    .then()
                    .statusCode(200)
                    .body("localParty", is("blaydon"))
                    .body("outcome", is("accepted"));
        }

        People.accept(token, id).then().statusCode(409).body("state", is("accepted"));
        assertThat(People.record("blaydon", "newcomer"))
                .containsExactly(
                        "added by newcomer for region-E12000001, unconfirmed",
                        "added by newcomer for region-E12000001");
        Campaign.report(token, BLAYDON, 1).then().statusCode(201);
        assertThat(invitationsOf("newcomer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regional-organiser", "national-organiser", "analyst", "auditor"})
    void anAccountWithWiderRolesIsRefusedWhenItAccepts(String role) {
        found();
        String name = "wide-" + role;
        String id = People.invite("blaydon", name).path("invitationId");
        People.account(name, name, List.of("canvasser", role));

        People.accept(Tokens.of(name).role("canvasser").sign(), id)
                .then()
                .statusCode(409)
                .body("type", is("/problems/wider-roles"))
                .body("detail", containsString(role));
        assertThat(People.record("blaydon", name)).isEmpty();
    }

    @Test
    void anAccountOfARegionOrOfAnotherLocalPartyIsRefusedWhenItAccepts() {
        found();
        String token = Tokens.of("torn").role("canvasser").sign();
        String id = People.invite("blaydon", "torn").path("invitationId");

        People.account("torn", "torn", List.of("canvasser"), "/regions/E12000001");
        People.accept(token, id).then().statusCode(409).body("type", is("/problems/wider-roles"));
        People.account("torn", "torn", List.of("canvasser"), "/local-parties/blyth-valley");
        People.accept(token, id)
                .then()
                .statusCode(409)
                .body("type", is("/problems/second-local-party"))
                .body("localParty", is("blyth-valley"));
        assertThat(invitationsOf("torn")).as("the inviter learns nothing").containsExactly("blaydon");
    }

    @Test
    void nobodyInvitesThemselves() {
        found();
        for (String name : List.of("region-E12000001", "Region-E12000001")) {
            People.invite("blaydon", name).then().statusCode(403).body("type", is("/problems/second-person-required"));
        }
        People.put(Tokens.nationalOrganiser(), "blaydon", "hq", "{\"reason\":\"I am everywhere\"}")
                .then()
                .statusCode(403)
                .body("type", is("/problems/second-person-required"));
    }

    @Test
    void anInvitationExpiresAndAnotherOneCanFollow() {
        found();
        String token = Tokens.of("late").role("canvasser").sign();
        String expired =
                People.invitationUntil("blaydon", "late", clock.instant().minus(Duration.ofSeconds(1)));
        String open =
                People.invitationUntil("blyth-valley", "late", clock.instant().plus(Duration.ofSeconds(30)));

        assertThat(invitationsOf("late")).containsExactly("blyth-valley");
        People.account("late", "late", List.of("canvasser"));
        People.accept(token, expired)
                .then()
                .statusCode(409)
                .body("state", is("expired"))
                .body("detail", containsString("Ask for another one"));
        People.refuse(token, expired).then().statusCode(409);
        String next = People.invite("blaydon", "late")
                .then()
                .statusCode(202)
                .extract()
                .path("invitationId");
        assertThat(next).isNotEqualTo(expired);
        People.refuse(token, open).then().statusCode(200);
    }

    @Test
    void anInvitationThatEndedLongAgoIsForgotten() {
        found();
        String old =
                People.invitationUntil("blaydon", "long-ago", clock.instant().minus(Duration.ofDays(30)));
        Campaign.await(
                "it is forgotten",
                () -> People.accept(Tokens.of("long-ago").role("canvasser").sign(), old)
                                .statusCode()
                        == 404);
    }

    @Test
    void anInvitationIsWithdrawn() {
        found();
        String id = People.invite("blaydon", "unwanted").path("invitationId");
        String path = "/v1/campaign/local-parties/blaydon/invitations/" + id;
        Campaign.as(People.region())
                .delete(path.replace("blaydon", "blyth-valley"))
                .then()
                .statusCode(404);
        Campaign.as(People.region()).delete(path).then().statusCode(204);
        Campaign.as(People.region()).delete(path).then().statusCode(404);
        People.accept(Tokens.of("unwanted").role("canvasser").sign(), id)
                .then()
                .statusCode(409)
                .body("state", is("withdrawn"));
    }

    @Test
    void aHundredInvitationsOfALocalPartyAreOpenAtOnceAndNoMore() {
        Campaign.found("north-tyneside", "North Tyneside", People.NORTH_EAST, TYNEMOUTH);
        for (int number = 1; number <= 100; number++) {
            People.invite("north-tyneside", "name-" + number).then().statusCode(202);
        }
        People.invite("north-tyneside", "name-101")
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("detail", containsString("100 invitations"));
        String first = People.invite("north-tyneside", "name-1")
                .then()
                .statusCode(202)
                .extract()
                .path("invitationId");
        Campaign.as(People.region())
                .delete("/v1/campaign/local-parties/north-tyneside/invitations/" + first)
                .then()
                .statusCode(204);
        People.invite("north-tyneside", "name-101").then().statusCode(202);
        People.group("north-tyneside");
        Campaign.as(People.region())
                .get(People.members("north-tyneside") + "?limit=200")
                .then()
                .body("items", hasSize(100));
    }

    @Test
    void anAccountIsShownAHundredInvitations() {
        Campaign.found("newcastle-east", "Newcastle East", People.NORTH_EAST, "E14000832");
        for (int number = 0; number < 100; number++) {
            People.invitationUntil("newcastle-east", "popular", clock.instant().plusSeconds(60));
        }
        assertThat(invitationsOf("popular")).hasSize(100);
        People.invitationUntil("newcastle-east", "popular", clock.instant().plusSeconds(60));
        assertThat(invitationsOf("popular")).hasSize(100);
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneDoes() {
        found();
        String token = Tokens.of("hasty").role("canvasser").sign();
        String id = People.invite("blaydon", "hasty").path("invitationId");
        People.account("hasty", "hasty", List.of("canvasser"));
        People.group("blaydon");
        KeycloakAnswers.late("/users/hasty/groups/g-blaydon", 300, "{}");

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> People.accept(token, id).statusCode()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers).containsExactly(200, 409, 409);
        assertThat(People.record("blaydon", "hasty")).containsExactly("added by hasty for region-E12000001");
    }

    @Test
    void whoIsRemovedDoesNotComeBackByAnInvitationOfBefore() {
        found();
        String token = Tokens.of("removed").role("canvasser").sign();
        String id = People.invite("blaydon", "removed").path("invitationId");
        People.account("removed", "removed", List.of("canvasser"), "/local-parties/blaydon");
        People.group("blaydon", "removed:removed");
        People.admits("blaydon", "removed");

        Campaign.asHq()
                .delete(People.members("blaydon") + "/removed?reason=Misconduct")
                .then()
                .statusCode(204);

        People.account("removed", "removed", List.of("canvasser"));
        People.accept(token, id).then().statusCode(409).body("state", is("withdrawn"));
        Campaign.as(tokenOf("removed", "blaydon", BLAYDON))
                .get("/v1/campaign/access/me")
                .then()
                .body("localParty", nullValue())
                .body("invitations", empty());
    }

    @Test
    void acceptanceBesideRemovalEndsOutside() {
        found();
        String token = tokenOf("torn-between", "blaydon", BLAYDON);
        String id = People.invite("blaydon", "torn-between").path("invitationId");
        People.account("torn-between", "torn-between", List.of("canvasser"));
        People.group("blaydon", "torn-between:torn-between");
        KeycloakAnswers.late("/users/torn-between/groups/g-blaydon", 300, "{}");
        CompletableFuture<Integer> acceptance =
                CompletableFuture.supplyAsync(() -> People.accept(token, id).statusCode());
        Campaign.await("the acceptance is recorded", () -> !People.record("blaydon", "torn-between")
                .isEmpty());
        // What Keycloak says once the acceptance is through.
        KeycloakAnswers.json("/users/torn-between/groups", "[{\"id\":\"g\",\"path\":\"/local-parties/blaydon\"}]");

        Campaign.asHq()
                .delete(People.members("blaydon") + "/torn-between?reason=Misconduct")
                .then()
                .statusCode(204);

        assertThat(acceptance.join()).isEqualTo(200);
        assertThat(People.record("blaydon", "torn-between"))
                .containsExactly("added by torn-between for region-E12000001", "removed by hq for nobody");
        Campaign.report(token, BLAYDON, 1).then().statusCode(403);
        People.accept(token, id).then().statusCode(409);
    }

    private static void found() {
        Campaign.found("blaydon", "Blaydon", People.NORTH_EAST, BLAYDON);
        Campaign.found("blyth-valley", "Blyth Valley", People.NORTH_EAST, BLYTH);
    }

    private static String tokenOf(String account, String localParty, String seat) {
        return Tokens.of(account)
                .role("canvasser")
                .localParty(localParty)
                .clientRole("seat:" + seat)
                .sign();
    }

    private static List<String> invitationsOf(String account) {
        return Campaign.as(Tokens.of(account).role("canvasser").sign())
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("invitations.localParty");
    }

    /** The answer without what differs between invitations; it is the same for every name. */
    private static String shape(Response answer, String name) {
        return answer.asString()
                        .replace(answer.path("invitationId"), "ID")
                        .replace('"' + name.toLowerCase() + '"', "\"NAME\"")
                        .replaceAll("\"20[0-9T:-]+Z\"", "\"TIME\"")
                + answer.headers().asList().stream()
                        .filter(header -> !header.getName().equalsIgnoreCase("date"))
                        .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                        .toList();
    }
}
