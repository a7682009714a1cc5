package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the warning to the lock, and what the lock closes, where, how soon. Each story has a local party of its own. */
class CutOffTest {

    static final Duration AT_ONCE = Duration.ofSeconds(1);
    static final Duration KEYCLOAK_FOLLOWS = Duration.ofSeconds(5);

    /** Loading the local parties has every group looked at once. */
    @BeforeAll
    static void waitUntilKeycloakHasFollowedTheLoad() {
        Wait.until(Duration.ofSeconds(180), "nothing waits for Keycloak", CutOffTest::keycloakIsUpToDate);
    }

    @Test
    void fiveHundredContactsWarnAndOneMoreLocks() {
        LocalParty party = LocalParty.named("caerphilly");
        String canvasser = party.canvasser().token();

        party.report(canvasser, 399).then().statusCode(201).body("access.state", is("active"));
        party.report(canvasser, 1).then().statusCode(201).body("access.state", is("warned"));
        party.report(canvasser, 100)
                .then()
                .statusCode(201)
                .body("weeks[0].week", is("2015-W16"))
                .body("weeks[0].contacts", is(500))
                .body("access.state", is("warned"))
                .body("access.contactsLeft", is(0));
        Response crossing = party.report(canvasser, 1);

        crossing.then()
                .statusCode(201)
                .body("weeks[0].contacts", is(501))
                .body("access.state", is("locked"))
                .body("access.reason", containsString("501"))
                .body("access.decisionId", notNullValue());
        assertThat(OffsetDateTime.parse(crossing.<String>path("access.until")))
                .as("22:00 in London on the polling day")
                .isEqualTo("2015-05-07T21:00:00Z");
        party.report(canvasser, 1)
                .then()
                .statusCode(403)
                .contentType(Api.PROBLEM)
                .body("type", is("/problems/party-locked"))
                .body("detail", containsString("501"))
                .body("decisionId", is(crossing.<String>path("access.decisionId")));
        assertThat(party.counted()).isEqualTo(501);
    }

    @Test
    void theDecisionsAreOnRecordWithWhatTheyRestOn() {
        LocalParty party = LocalParty.named("islwyn");
        lock(party);

        assertThat(party.decisions("warned")).singleElement().satisfies(warned -> assertThat(warned)
                .containsEntry("contacts", 500)
                .containsEntry("decidedBy", "policy"));
        assertThat(party.decisions("locked")).singleElement().satisfies(locked -> assertThat(locked)
                .containsEntry("contacts", 501)
                .containsEntry("week", "2015-W16")
                .containsEntry("policyVersion", 1)
                .containsEntry("decidedBy", "policy")
                .hasEntrySatisfying(
                        "reason", reason -> assertThat((String) reason).contains("501")));
    }

    @Test
    void theRetryOfTheBatchThatLockedGetsItsAnswerAgain() {
        LocalParty party = LocalParty.named("ogmore");
        String canvasser = party.canvasser().token();
        String key = UUID.randomUUID().toString();
        party.report(canvasser, 500).then().statusCode(201);

        Response first = party.report(canvasser, 1, key);
        Response retried = party.report(canvasser, 1, key);
        Wait.until(KEYCLOAK_FOLLOWS, "the role is gone in Keycloak", () -> !hasRole(party));
        Response retriedWithoutTheRole = party.report(party.canvasser().freshToken(), 1, key);

        first.then().statusCode(201).body("access.state", is("locked"));
        for (Response again : new Response[] {retried, retriedWithoutTheRole}) {
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        }
        assertThat(party.counted()).isEqualTo(501);
        party.report(canvasser, 2, key).then().statusCode(422).body("type", is("/problems/idempotency-key-reused"));
        party.report(canvasser, 1).then().statusCode(403).body("type", is("/problems/party-locked"));
    }

    @Test
    void theTokenIssuedBeforeIsRefusedWithinASecondForContactsAndForThePrivatePoll() {
        LocalParty party = LocalParty.named("torfaen");
        String canvasser = party.canvasser().freshToken();
        String organiser = party.organiser().freshToken();
        String poll = party.privatePoll();
        String list = "/v1/polls?seat=" + party.seatCode();
        Api.with(organiser).get("/v1/polls/" + poll).then().statusCode(200);
        Api.with(organiser).get(list).then().body("items.pollId", hasItem(poll));
        party.report(canvasser, 500).then().statusCode(201);
        party.report(canvasser, 1).then().statusCode(201).body("access.state", is("locked"));
        long locked = System.nanoTime();

        Wait.until(
                AT_ONCE,
                "contacts are refused",
                () -> party.report(organiser, 1).statusCode() == 403);
        Wait.until(
                AT_ONCE.minusNanos(System.nanoTime() - locked),
                "the private poll is refused",
                () -> Api.with(organiser).get("/v1/polls/" + poll).statusCode() == 403);

        Api.with(organiser)
                .get("/v1/polls/" + poll)
                .then()
                .contentType(Api.PROBLEM)
                .body("type", is("/problems/party-locked"));
        Api.with(organiser).get(list).then().statusCode(200).body("items.pollId", not(hasItem(poll)));
        assertThat(party.counted()).isEqualTo(501);
    }

    @Test
    void aLockClosesNothingElse() {
        LocalParty party = LocalParty.named("blaenau-gwent");
        String poll = party.privatePoll();
        lock(party);
        String region = Account.regionalOrganiserOf(party.region()).token();
        String organiser = party.organiser().freshToken();

        Api.with(organiser)
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .body("seats[0].seatCode", is(party.seatCode()))
                .body("seats[0].open", is(false))
                .body("seats[0].state", is("locked"))
                .body("seats[0].why", containsString("501"));
        Api.with(organiser).get(party.contacts()).then().statusCode(200).body("items.contacts", hasItem(501));
        Api.with(organiser).get("/v1/polls?limit=1").then().statusCode(200);
        Api.with(region).get("/v1/polls/" + poll).then().statusCode(200);
        Api.as(Account.HQ).get("/v1/polls/" + poll).then().statusCode(200);
        party.report(Account.HQ.token(), 1).then().statusCode(201);
        party.report(region, 1).then().statusCode(201);
    }

    @Test
    void keycloakTakesTheRoleAwayWithinFiveSeconds() {
        LocalParty party = LocalParty.named("rhondda");
        assertThat(Realm.rolesOf(party.id())).containsExactly(party.seatRole());
        lock(party);

        Wait.until(KEYCLOAK_FOLLOWS, "the role mapping of the group is gone", () -> !hasRole(party));

        assertThat(Claims.of(party.canvasser().freshToken()).apiRoles()).doesNotContain(party.seatRole());
        party.report(party.canvasser().token(), 1).then().statusCode(403).body("type", is("/problems/party-locked"));
        Wait.until(KEYCLOAK_FOLLOWS, "nothing waits for Keycloak", CutOffTest::keycloakIsUpToDate);
    }

    @Test
    void headquartersRestoresAndLiveLockAndRoleFollow() {
        LocalParty party = LocalParty.named("cynon-valley");
        String poll = party.privatePoll();
        String before = party.organiser().freshToken();
        lock(party);
        Wait.until(KEYCLOAK_FOLLOWS, "the role is gone", () -> !hasRole(party));

        party.decide("restored", "Council elections on the same day")
                .then()
                .statusCode(201)
                .body("outcome", is("restored"))
                .body("decidedBy", is("hq"))
                .body("reason", is("Council elections on the same day"))
                .body("lifts", is(party.decisions("locked").get(0).get("decisionId")));

        assertOpenAgain(party, poll, before);
        party.report(before, 1).then().statusCode(201).body("access.state", is("exempt"));
    }

    @Test
    void withdrawingTheBatchRestoresAndHistoryKeepsBoth() {
        LocalParty party = LocalParty.named("bootle");
        String poll = party.privatePoll();
        String before = party.organiser().freshToken();
        String crossing = lock(party).path("batchId");
        Wait.until(KEYCLOAK_FOLLOWS, "the role is gone", () -> !hasRole(party));

        party.withdraw(party.organiser().freshToken(), crossing).then().statusCode(201);

        assertOpenAgain(party, poll, before);
        assertThat(party.decisions("locked")).hasSize(1);
        assertThat(party.decisions("restored")).singleElement().satisfies(restored -> assertThat(restored)
                .containsEntry("lifts", party.decisions("locked").get(0).get("decisionId")));
    }

    /** @return the answer to the batch that crossed the limit */
    static Response lock(LocalParty party) {
        String canvasser = party.canvasser().token();
        party.report(canvasser, 500).then().statusCode(201).body("access.state", is("warned"));
        Response crossing = party.report(canvasser, 1);
        crossing.then().statusCode(201).body("access.state", is("locked"));
        return crossing;
    }

    /** @param before a token that was issued before the lock */
    private static void assertOpenAgain(LocalParty party, String poll, String before) {
        Wait.until(
                AT_ONCE,
                "the private poll is open again",
                () -> Api.with(before).get("/v1/polls/" + poll).statusCode() == 200);
        Wait.until(KEYCLOAK_FOLLOWS, "the role mapping is back", () -> Realm.rolesOf(party.id())
                .equals(Set.of(party.seatRole())));
        long counted = party.counted();
        String after = party.canvasser().freshToken();
        assertThat(Claims.of(after).apiRoles()).contains(party.seatRole());
        party.report(before, 0).then().statusCode(201);
        party.report(after, 0).then().statusCode(201);
        assertThat(party.counted()).isEqualTo(counted);
        Api.with(after).get("/v1/campaign/access/me").then().body("seats[0].open", is(true));
    }

    private static boolean keycloakIsUpToDate() {
        return Api.as(Account.HQ)
                .get("/v1/campaign/role-sync")
                .<Integer>path("pending")
                .equals(0);
    }

    private static boolean hasRole(LocalParty party) {
        return Realm.rolesOf(party.id()).contains(party.seatRole());
    }
}
