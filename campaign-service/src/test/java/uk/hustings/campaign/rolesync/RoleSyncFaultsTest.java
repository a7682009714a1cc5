package uk.hustings.campaign.rolesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.KeycloakAnswers;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.campaign.access.Tombstones;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

/** Keycloak is slow, away, or answers what it should not. */
@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class RoleSyncFaultsTest {

    private static final String NORTH_EAST = "E12000001";
    private static final String BECAUSE = "{\"reason\":\"Keycloak was mended\"}";
    private static final String SYNC = "/v1/campaign/role-sync";

    private static final List<String> YORKSHIRE_SEATS = List.of(
            "E14000541",
            "E14000542",
            "E14000548",
            "E14000556",
            "E14000587",
            "E14000588",
            "E14000589",
            "E14000596",
            "E14000614",
            "E14000643",
            "E14000645",
            "E14000666",
            "E14000667",
            "E14000668",
            "E14000669",
            "E14000683",
            "E14000689",
            "E14000716",
            "E14000723",
            "E14000724",
            "E14000730",
            "E14000740",
            "E14000756",
            "E14000766",
            "E14000771",
            "E14000772",
            "E14000773",
            "E14000777",
            "E14000778",
            "E14000779",
            "E14000780",
            "E14000781",
            "E14000826",
            "E14000836",
            "E14000876",
            "E14000895",
            "E14000903",
            "E14000904",
            "E14000913");

    @Inject
    Tombstones tombstones;

    @Inject
    RoleSyncRequests requests;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void whatKeycloakRefusesAgainAndAgainIsGivenUpAndCanBeReplayed() {
        KeycloakAnswers.status(KeycloakAnswers.groupPath("hartlepool"), 500);
        Campaign.found("hartlepool", "Hartlepool", NORTH_EAST, "E14000733");

        awaitState("hartlepool", "dead");
        of("hartlepool", "dead")
                .then()
                .body("dead", greaterThanOrEqualTo(1))
                .body("items[0].lastError", is("Keycloak answered with status 500"))
                .body("items[0].attempts", is(3))
                .body("items[0].deadSince", notNullValue())
                .body("items[0].nextAttemptAt", nullValue());

        KeycloakAnswers.json(
                KeycloakAnswers.groupPath("hartlepool"),
                KeycloakAnswers.group("g-hartlepool", "hartlepool", "seat:E14000733"));
        replay("hartlepool").then().statusCode(202).body("replayed", is(1));
        awaitDone("hartlepool");
        replay("hartlepool").then().statusCode(409).body("type", is("/problems/state-conflict"));
        replay("nowhere").then().statusCode(404);
    }

    @Test
    void aPageInHtmlIsNoAnswerAndANewRequestRevivesWhatWasGivenUp() {
        KeycloakAnswers.html(KeycloakAnswers.groupPath("redcar"));
        Campaign.found("redcar", "Redcar", NORTH_EAST, "E14000891");

        awaitState("redcar", "dead");
        of("redcar", "dead")
                .then()
                .body("items[0].lastError", is("Keycloak answered something that cannot be understood"));

        KeycloakAnswers.json(
                KeycloakAnswers.groupPath("redcar"), KeycloakAnswers.group("g-redcar", "redcar", "seat:E14000891"));
        inTransaction(session -> requests.request(session, List.of("redcar")));
        awaitDone("redcar");
    }

    @Test
    void whatKeycloakDoesNotAnswerWaitsAndHoldsUpNobodyElse() {
        KeycloakAnswers.late(
                KeycloakAnswers.groupPath("sedgefield"),
                5_000,
                KeycloakAnswers.group("g-sedgefield", "sedgefield", "seat:E14000915"));
        KeycloakAnswers.json(
                KeycloakAnswers.groupPath("easington"),
                KeycloakAnswers.group("g-easington", "easington", "seat:E14000677"));
        Campaign.found("sedgefield", "Sedgefield", NORTH_EAST, "E14000915");
        Campaign.found("easington", "Easington", NORTH_EAST, "E14000677");

        awaitDone("easington");
        Campaign.await(
                "tried more often than may be refused",
                () -> (int) of("sedgefield", null).jsonPath().getInt("items[0].attempts") > 3);
        of("sedgefield", null)
                .then()
                .body("items[0].state", is("failing"))
                .body("items[0].failingSince", notNullValue())
                .body("items[0].lastError", is("Keycloak gave no answer"));

        KeycloakAnswers.json(
                KeycloakAnswers.groupPath("sedgefield"),
                KeycloakAnswers.group("g-sedgefield", "sedgefield", "seat:E14000915"));
        awaitDone("sedgefield");
    }

    /** Thirty-nine groups at 200 ms each keep six workers busy for more than a second; one that comes alone does not wait for it. */
    @Test
    void whoComesAloneDoesNotWaitForAGreatWave() {
        String hexham = KeycloakAnswers.groupPath("hexham");
        KeycloakAnswers.json(hexham, KeycloakAnswers.group("g-hexham", "hexham", "seat:E14000746"));
        Campaign.found("hexham", "Hexham", NORTH_EAST, "E14000746");
        awaitDone("hexham");
        StringBuilder csv = new StringBuilder("localParty,name,region,seatCodes\n");
        for (String seat : YORKSHIRE_SEATS) {
            String party = "wave-" + seat.toLowerCase(java.util.Locale.ROOT);
            KeycloakAnswers.late(
                    KeycloakAnswers.groupPath(party), 200, KeycloakAnswers.group("g-" + party, party, "seat:" + seat));
            csv.append("%s,%s,E12000003,%s\n".formatted(party, party, seat));
        }

        Campaign.asHq()
                .header("Idempotency-Key", "the-wave")
                .contentType("text/csv")
                .body(csv.toString())
                .post("/v1/campaign/local-parties/imports")
                .then()
                .statusCode(201);
        inTransaction(session -> requests.request(session, List.of("hexham")));
        awaitDone("hexham");

        assertThat(waitingOfTheWave()).isPositive();
        Campaign.await("the wave is through", () -> waitingOfTheWave() == 0);
    }

    private static int waitingOfTheWave() {
        return Campaign.asHq()
                .get(SYNC + "?limit=200")
                .jsonPath()
                .getList("items.findAll { it.localParty.startsWith('wave-') }")
                .size();
    }

    @Test
    void aGroupThatNobodyCanMakeIsTold() {
        KeycloakAnswers.status(KeycloakAnswers.groupPath("jarrow"), 404);
        for (int number = 1; number < 10; number++) {
            KeycloakAnswers.status(KeycloakAnswers.groupPath("reserved-0" + number), 404);
        }
        Campaign.found("jarrow", "Jarrow", NORTH_EAST, "E14000765");

        awaitState("jarrow", "dead");
        of("jarrow", "dead")
                .then()
                .body("items[0].lastError", containsString("an administrator of Keycloak must make one of the two"))
                .body("items[0].attempts", is(1));
    }

    @Test
    void aRoleThatWasDeletedInKeycloakIsNamed() {
        KeycloakAnswers.json(KeycloakAnswers.groupPath("gateshead"), KeycloakAnswers.group("g-gateshead", "gateshead"));
        KeycloakAnswers.json("/clients", "[{\"id\":\"api\",\"clientId\":\"hustings-api\"}]");
        KeycloakAnswers.status("/clients/api/roles/seat:E14000709", 404);
        Campaign.found("gateshead", "Gateshead", NORTH_EAST, "E14000709");

        awaitState("gateshead", "dead");
        of("gateshead", "dead")
                .then()
                .body("items[0].lastError", containsString("Keycloak has no role seat:E14000709 at hustings-api"));
    }

    @Test
    void onlyHeadquartersOperatesTheSync() {
        String region = Tokens.of("north-east")
                .role("regional-organiser")
                .region(NORTH_EAST)
                .sign();
        Campaign.as(region).get(SYNC).then().statusCode(403);
        Campaign.post(region, SYNC + "/replay", BECAUSE).then().statusCode(403);
        Campaign.asHq().get(SYNC + "?state=lost").then().statusCode(400).body("parameter", is("state"));
        Campaign.post(Tokens.nationalOrganiser(), SYNC + "/replay", BECAUSE)
                .then()
                .statusCode(202);
    }

    @Test
    void aLostSeatIsShutAtOnceAndTheTombstoneGoesWhenKeycloakWasToldAndTokensHaveRunOut() {
        String seat = "E14000982";
        String path = KeycloakAnswers.groupPath("sunderland-central");
        Campaign.found("sunderland-central", "Sunderland Central", NORTH_EAST, seat);
        String twin = "E14001020";
        String token = Tokens.of("of-sunderland")
                .role("canvasser")
                .localParty("sunderland-central")
                .clientRole("seat:" + seat)
                .clientRole("twin:" + twin)
                .sign();
        Campaign.report(token, twin, 1).then().statusCode(not(403));

        inTransaction(session -> requests.request(session, List.of("sunderland-central"))
                .chain(() -> tombstones.bury(
                        session, "sunderland-central", SeatCode.fromString(twin), "The twinning has ended")));
        Campaign.await("shut", () -> Campaign.report(token, twin, 1).statusCode() == 403);
        Campaign.report(token, twin, 1).then().body("type", is("/problems/seat-out-of-reach"));
        Campaign.report(token, seat, 1).then().statusCode(201);
        Campaign.as(Tokens.service())
                .get("/internal/locks")
                .then()
                .body("tombstones.findAll { it.localParty == 'sunderland-central' }.seatCode", contains(twin));

        KeycloakAnswers.json(path, KeycloakAnswers.group("g-sunderland", "sunderland-central", "seat:" + seat));
        awaitDone("sunderland-central");
        Campaign.await("the tombstone is gone", () -> !Campaign.as(Tokens.service())
                .get("/internal/locks")
                .asString()
                .contains("sunderland-central"));
    }

    @Test
    void theMetricsSayHowFarKeycloakIsBehind() {
        io.restassured.RestAssured.given()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("hustings_role_sync_pending"))
                .body(containsString("hustings_role_sync_dead"));
        Campaign.asHq().get(SYNC + "?limit=1").then().statusCode(200).body("items.state", not(hasItem("done")));
    }

    private static void awaitState(String localParty, String state) {
        Campaign.await(
                localParty + " is " + state,
                () -> state.equals(of(localParty, null).path("items[0].state")));
    }

    private static void awaitDone(String localParty) {
        Campaign.await(
                localParty + " is in Keycloak",
                () -> of(localParty, null).jsonPath().getList("items").isEmpty());
        of(localParty, null).then().body("items", empty());
    }

    private static Response of(String localParty, String state) {
        return Campaign.asHq().get(SYNC + "?localParty=" + localParty + (state == null ? "" : "&state=" + state));
    }

    private static Response replay(String localParty) {
        return Campaign.post(Tokens.nationalOrganiser(), SYNC + "/" + localParty + "/replay", BECAUSE);
    }

    private void inTransaction(Function<Mutiny.StatelessSession, Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
