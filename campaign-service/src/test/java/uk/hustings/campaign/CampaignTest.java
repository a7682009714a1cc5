package uk.hustings.campaign;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class CampaignTest {

    private static final String STOKE = "E14000973";
    private static final String HALLAM = "E14000922";
    private static final String CREWE = "E14000653";
    private static final String EXETER = "E14000698";
    private static final String PARTIES = """
            localParty,name,region,seatCodes
            stoke-on-trent-north,Stoke-on-Trent North,E12000005,E14000973
            sheffield-hallam,Sheffield Hallam,E12000003,E14000922
            crewe-and-nantwich,Crewe and Nantwich,E12000002,E14000653
            exeter,Exeter,E12000009,E14000698
            north-warwickshire,North Warwickshire,E12000005,E14000854
            """;

    private static boolean loaded;

    @BeforeEach
    void loadLocalParties() {
        if (!loaded) {
            Campaign.awaitReady();
            importParties(PARTIES).then().statusCode(201).body("created", is(5)).body("unchanged", is(0));
            loaded = true;
        }
    }

    @Test
    void loadingLocalPartiesTwiceChangesNothing() {
        importParties(PARTIES).then().statusCode(201).body("created", is(0)).body("unchanged", is(5));

        importParties(PARTIES.replace("Sheffield Hallam,E", "Hallam,E"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("localParties", contains("sheffield-hallam"));
    }

    @Test
    void everyFaultOfALocalPartyFileIsToldWithItsLine() {
        importParties("""
                        localParty,name,region,seatCodes
                        Swansea West,Swansea West,W92000004,W07000047
                        swansea-west,Swansea West,W92000004,E14999999
                        exeter-two,Exeter,E12000009,E14000698
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", hasItem(2))
                .body("errors.row", hasItem(3))
                .body("errors.row", hasItem(4))
                .body("errors.detail", hasItem(containsString("E14000698 belongs to exeter")));
        asHq().get("/v1/campaign/local-parties/swansea-west").then().statusCode(404);
        given().auth()
                .oauth2(exeter())
                .get("/v1/campaign/local-parties/sheffield-hallam")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
    }

    @Test
    void theRuleGivesEverySeatItsClass() {
        asHq().get("/v1/campaign/strategy/seats/" + CREWE)
                .then()
                .statusCode(200)
                .body("battlegroundClass", is("battleground"))
                .body("targetRank", is(86));
        asHq().get("/v1/campaign/strategy/seats?class=key")
                .then()
                .body("items.seatCode", hasSize(50))
                .body("items[0].seatCode", is("E14000854"));
        asHq().get("/v1/campaign/strategy/seats?class=defensive&limit=200")
                .then()
                .body("items.seatCode", hasItems(EXETER, "W07000047"));
        asHq().get("/v1/campaign/strategy/seats?class=marginal")
                .then()
                .statusCode(400)
                .body("parameter", is("class"));
    }

    @Test
    void strategyIsSeenOnlyByThoseWhomItConcerns() {
        given().auth()
                .oauth2(Tokens.member("local-organiser", "exeter", EXETER))
                .get("/v1/campaign/strategy/seats")
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(EXETER));
        given().auth()
                .oauth2(Tokens.of("west-midlands")
                        .role("regional-organiser")
                        .region("E12000005")
                        .sign())
                .get("/v1/campaign/strategy/seats")
                .then()
                .body("items.regionCode", everyItem(is("E12000005")))
                .body("items.seatCode", hasItems("E14000854", STOKE));
        given().auth()
                .oauth2(Tokens.member("canvasser", "exeter", EXETER))
                .get("/v1/campaign/strategy/seats")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("/problems/forbidden"));
        given().get("/v1/campaign/strategy/seats").then().statusCode(401).header("WWW-Authenticate", notNullValue());
    }

    @Test
    void the501stContactOfTheWeekLocksAndItsRetryGetsTheSameAnswer() {
        Response warned = report(hallam(), HALLAM, 500);
        warned.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("access.state", is("warned"))
                .body("access.contactsLeft", is(0))
                .body("weeks[0].week", is("2015-W16"))
                .body("weeks[0].contacts", is(500));

        String key = UUID.randomUUID().toString();
        Response locked = report(hallam(), HALLAM, counts(1), key);
        locked.then()
                .statusCode(201)
                .body("access.state", is("locked"))
                .body("access.until", is("2015-05-07T21:00:00Z"))
                .body("access.reason", containsString("501 contacts by doorstep and phone in week 2015-W16"));

        report(hallam(), HALLAM, counts(1), key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body(equalTo(locked.asString()));
        report(hallam(), HALLAM, counts(2), key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        report(hallam(), HALLAM, 1)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("/problems/party-locked"))
                .body("decisionId", is(locked.path("access.decisionId").toString()));
        given().auth()
                .oauth2(hallam())
                .get("/v1/campaign/access/me")
                .then()
                .statusCode(200)
                .body("seats[0].state", is("locked"))
                .body("seats[0].open", is(false))
                .body("seats[0].contactsThisWeek", is(501))
                .body("seats[0].why", containsString("more than the 500"));

        lateCountsFromBeforeTheLockAreStillTaken();
        headquartersIsNotTouchedByTheLock();
        theCorrectionLiftsTheLock(locked.path("batchId"));
    }

    private void lateCountsFromBeforeTheLockAreStillTaken() {
        String late = "{\"counts\":[{\"day\":\"2015-04-13\",\"channel\":\"leaflet\",\"contacts\":40}]}";
        String tokenWithoutTheRole = Tokens.member("canvasser", "sheffield-hallam");
        report(tokenWithoutTheRole, HALLAM, late, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("access.state", is("locked"));
        String tooLate = late.replace("2015-04-13", "2015-04-06");
        report(tokenWithoutTheRole, HALLAM, tooLate, UUID.randomUUID().toString())
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"));
    }

    private void headquartersIsNotTouchedByTheLock() {
        report(Tokens.nationalOrganiser(), HALLAM, counts(3), UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .body("localParty", is("sheffield-hallam"))
                .body("access.state", is("locked"));
        Response mistaken = report(
                Tokens.nationalOrganiser(), HALLAM, counts(5), UUID.randomUUID().toString());
        withdraw(Tokens.nationalOrganiser(), HALLAM, mistaken.path("batchId"))
                .then()
                .statusCode(201)
                .body("access.state", is("locked"));
        String three = asHq().get("/v1/campaign/seats/" + HALLAM + "/contacts")
                .path("items[0].contacts")
                .toString();
        assertThat(three).isEqualTo("544");
    }

    /** 504 counted contacts stand: taking back the one that locked leaves 503, so HQ's three must go as well. */
    private void theCorrectionLiftsTheLock(String batchThatLocked) {
        String organiser = Tokens.member("local-organiser", "sheffield-hallam");
        withdraw(organiser, HALLAM, batchThatLocked).then().statusCode(201).body("access.state", is("locked"));
        withdraw(organiser, HALLAM, batchThatLocked).then().statusCode(409);
        withdraw(Tokens.member("local-organiser", "exeter", EXETER), HALLAM, batchThatLocked)
                .then()
                .statusCode(403);

        Response extra = report(
                Tokens.nationalOrganiser(), HALLAM, counts(1), UUID.randomUUID().toString());
        withdraw(organiser, HALLAM, extra.path("batchId")).then().body("access.state", is("locked"));
        restore("sheffield-hallam", HALLAM).then().statusCode(201).body("outcome", is("restored"));
        report(hallam(), HALLAM, 100)
                .then()
                .statusCode(201)
                .body("access.state", is("exempt"))
                .body("access.until", is("2015-04-19T23:00:00Z"));
        restore("sheffield-hallam", HALLAM).then().statusCode(409).body("type", is("/problems/state-conflict"));
        asHq().get("/v1/campaign/access/decisions?localParty=sheffield-hallam")
                .then()
                .body("items.outcome", contains("restored", "locked", "warned"))
                .body("items.decidedBy", contains("hq", "policy", "policy"))
                .body("items[1].contacts", is(501))
                .body("items[0].lifts", notNullValue());
    }

    @Test
    void aCorrectionBelowTheLimitLiftsTheLockByItself() {
        String warwickshire = Tokens.member("local-organiser", "north-warwickshire", "E14000854");
        report(warwickshire, "E14000854", 5_000).then().statusCode(201).body("access.state", is("active"));

        report(stoke(), STOKE, 450).then().body("access.state", is("warned"));
        Response locked = report(stoke(), STOKE, 51);
        locked.then().body("access.state", is("locked"));
        withdraw(Tokens.member("local-organiser", "stoke-on-trent-north"), STOKE, locked.path("batchId"))
                .then()
                .statusCode(201)
                .body("access.state", is("restored"))
                .body("access.contactsLeft", is(50));
        report(stoke(), STOKE, 50).then().statusCode(201).body("access.state", is("warned"));

        sixteenWritersRacingForThe501stContactMakeOneDecision();
    }

    private void sixteenWritersRacingForThe501stContactMakeOneDecision() {
        List<Integer> statuses = new ArrayList<>();
        ExecutorService writers = Executors.newFixedThreadPool(16);
        try {
            String token = stoke();
            Callable<Integer> write = () -> report(token, STOKE, 1).statusCode();
            for (Future<Integer> answer : writers.invokeAll(java.util.Collections.nCopies(16, write))) {
                statuses.add(answer.get());
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            writers.shutdown();
        }
        assertThat(statuses).containsOnlyOnce(201).contains(403);
        asHq().get("/v1/campaign/access/decisions?seat=" + STOKE)
                .then()
                .body("items.findAll { it.outcome == 'locked' }", hasSize(2))
                .body("items[0].outcome", is("locked"))
                .body("items[0].contacts", is(501));
    }

    @Test
    void aSourceBatchCountsOnce() {
        String batch =
                "{\"sourceBatchId\":\"tuesday-1\",\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"phone\",\"contacts\":7}]}";
        report(exeter(), EXETER, batch, UUID.randomUUID().toString()).then().statusCode(201);
        report(exeter(), EXETER, batch, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"));
        given().auth()
                .oauth2(exeter())
                .get("/v1/campaign/seats/" + EXETER + "/contacts")
                .then()
                .body("items[0].byChannel.phone", is(7));
    }

    @Test
    void badBatchesNameTheirFaultAndWriteNothing() {
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":-3}]}",
                422,
                "/counts/0/contacts");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1000001}]}",
                422,
                "/counts/0/contacts");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":99999999999}]}",
                400,
                "/counts/0/contacts");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":1.5}]}",
                400,
                "/counts/0/contacts");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":\"5\"}]}",
                400,
                "/counts/0/contacts");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-15\",\"channel\":\"doorstep\",\"contacts\":5}]}",
                422,
                "/counts/0/day");
        refused(
                "{\"counts\":[{\"day\":\"2010-04-11\",\"channel\":\"doorstep\",\"contacts\":5}]}",
                422,
                "/counts/0/day");
        refused(
                "{\"counts\":[{\"day\":\"14/04/2015\",\"channel\":\"doorstep\",\"contacts\":5}]}",
                400,
                "/counts/0/day");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"pigeon\",\"contacts\":5}]}",
                422,
                "/counts/0/channel");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"attempts\":4,\"contacts\":5}]}",
                422,
                "/counts/0/contacts");
        refused("{\"counts\":[]}", 422, "/counts");
        refused("{\"counts\":[null]}", 422, "/counts/0");
        refused(
                "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"contacts\":5}],\"voter\":\"x\"}",
                400,
                "/voter");
        refused("{\"counts\":[{\"day\":", 400, "/counts/0");

        given().auth()
                .oauth2(crewe())
                .get("/v1/campaign/seats/" + CREWE + "/contacts")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void foreignSeatsAndUnknownSeatsAreToldApart() {
        report(exeter(), STOKE, 1).then().statusCode(403).body("type", is("/problems/seat-out-of-reach"));
        report(
                        Tokens.nationalOrganiser(),
                        "E14999999",
                        counts(1),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404);
        report(
                        Tokens.nationalOrganiser(),
                        "nowhere",
                        counts(1),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        String foreign =
                "{\"localParty\":\"stoke-on-trent-north\",\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"phone\",\"contacts\":7}]}";
        report(exeter(), EXETER, foreign, UUID.randomUUID().toString()).then().statusCode(403);
    }

    @Test
    void anAccountOfTwoLocalPartiesGetsNowhere() {
        String token = Tokens.of("two-faced")
                .role("canvasser")
                .clientRole("seat:" + EXETER)
                .clientRole("seat:" + CREWE)
                .localParty("exeter")
                .localParty("crewe-and-nantwich")
                .sign();
        report(token, EXETER, 1).then().statusCode(403).body("type", is("/problems/two-local-parties"));
    }

    @Test
    void aBatchNeedsAKey() {
        given().auth()
                .oauth2(exeter())
                .contentType("application/json")
                .body(counts(1))
                .post("/v1/campaign/seats/" + EXETER + "/contacts")
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-required"));
    }

    @Test
    void thePolicyIsThereForEverybodyWhomItCanConcern() {
        given().auth()
                .oauth2(exeter())
                .get("/v1/campaign/access/policy")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .header("Cache-Control", is("private, no-store"))
                .body("version", is(1))
                .body("weeklyLimit", is(500))
                .body("warnAt", is(400))
                .body("channels", contains("doorstep", "phone"))
                .body("classes", contains("non-battleground"));
        given().get("/v1/campaign/access/policy").then().statusCode(401);
    }

    @Test
    void decisionsAreSeenByTheLocalPartyConcernedAndNotByOthers() {
        given().auth()
                .oauth2(Tokens.member("local-organiser", "exeter", EXETER))
                .get("/v1/campaign/access/decisions?localParty=sheffield-hallam")
                .then()
                .statusCode(200)
                .body("items", empty());
        given().auth()
                .oauth2(exeter())
                .get("/v1/campaign/access/decisions")
                .then()
                .statusCode(403);
    }

    @Test
    void theLockFeedIsForServicesOnly() {
        given().auth()
                .oauth2(Tokens.service())
                .get("/internal/locks")
                .then()
                .statusCode(200)
                .body("version", notNullValue())
                .body("locks", notNullValue())
                .body("tombstones", notNullValue());
        asHq().get("/internal/locks").then().statusCode(403);
        given().get("/internal/locks").then().statusCode(401);
    }

    @Test
    void theOutboxSaysWhatKeycloakHasNotHeard() {
        asHq().get("/v1/campaign/role-sync?localParty=exeter")
                .then()
                .statusCode(200)
                .body("pending", greaterThanOrEqualTo(5))
                .body("items.localParty", hasItem("exeter"));
    }

    @Test
    void theDocumentNamesEveryOperationOnce() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", is("3.0.3"))
                .body("paths.'/v1/campaign/access/me'.get.operationId", is("getMyAccess"))
                .body(
                        "paths.'/v1/campaign/seats/{seatCode}/contacts'.post.responses.'201'.content.'application/json'"
                                + ".schema.'$ref'",
                        is("#/components/schemas/ContactReceipt"))
                .body("paths.'/v1/campaign/seats/{seatCode}/contacts'.post.parameters.name", hasItem("Idempotency-Key"))
                .body("components.schemas.MySeat.properties.decisionId.type", is("string"))
                .body("paths.'/internal/locks'", nullValue());
    }

    private void refused(String batch, int status, String pointer) {
        report(crewe(), CREWE, batch, UUID.randomUUID().toString())
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static String stoke() {
        return Tokens.member("canvasser", "stoke-on-trent-north", STOKE);
    }

    private static String hallam() {
        return Tokens.member("canvasser", "sheffield-hallam", HALLAM);
    }

    private static String exeter() {
        return Tokens.member("canvasser", "exeter", EXETER);
    }

    private static String crewe() {
        return Tokens.member("canvasser", "crewe-and-nantwich", CREWE);
    }

    private static RequestSpecification asHq() {
        return given().auth().oauth2(Tokens.nationalOrganiser());
    }

    private static String counts(int contacts) {
        return "{\"counts\":[{\"day\":\"2015-04-14\",\"channel\":\"doorstep\",\"attempts\":%d,\"contacts\":%d}]}"
                .formatted(contacts * 2, contacts);
    }

    private static Response report(String token, String seat, int contacts) {
        return report(token, seat, counts(contacts), UUID.randomUUID().toString());
    }

    private static Response report(String token, String seat, String batch, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(batch)
                .post("/v1/campaign/seats/" + seat + "/contacts");
    }

    private static Response withdraw(String token, String seat, String batchId) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"reason\":\"entered twice\"}")
                .post("/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(seat, batchId));
    }

    private static Response restore(String localParty, String seat) {
        return asHq().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(
                        "{\"localParty\":\"%s\",\"seatCode\":\"%s\",\"outcome\":\"restored\",\"reason\":\"needed at home\"}"
                                .formatted(localParty, seat))
                .post("/v1/campaign/access/decisions");
    }

    private static Response importParties(String csv) {
        return asHq().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(csv)
                .post("/v1/campaign/local-parties/imports");
    }
}
