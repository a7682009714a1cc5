package uk.hustings.campaign.twinning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Donors of the Midlands. Each test has a donor of its own, so that none sees what another left behind. */
@QuarkusTest
class TwinningTest {

    private static final String TWINNINGS = "/v1/campaign/twinnings";
    private static final String AMBER_VALLEY = "E14000533";
    private static final String BROXTOWE = "E14000607";
    private static final String SHERWOOD = "E14000924";
    private static final String EREWASH = "E14000695";
    private static final String EAST = "E12000004";
    private static final String WEST = "E12000005";

    private static boolean founded;

    @Inject
    TwinningPeriods periods;

    @Inject
    Mutiny.SessionFactory sessions;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("bolsover", "Bolsover", EAST, "E14000577");
            Campaign.found("mansfield", "Mansfield", EAST, "E14000810");
            Campaign.found("derby-south", "Derby South", EAST, "E14000663");
            Campaign.found("nottingham", "Nottingham", EAST, "E14000865", "E14000866");
            Campaign.found("leicester-east", "Leicester East", EAST, "E14000782");
            Campaign.found("leicester-south", "Leicester South", EAST, "E14000783");
            Campaign.found("bassetlaw", "Bassetlaw", EAST, "E14000546");
            Campaign.found("amber-valley", "Amber Valley", EAST, AMBER_VALLEY);
            Campaign.found("north-east-derbyshire", "North East Derbyshire", EAST, "E14000843");
            Campaign.found("bosworth", "Bosworth", EAST, "E14000583");
            Campaign.found("charnwood", "Charnwood", EAST, "E14000625");
            Campaign.found("rushcliffe", "Rushcliffe", EAST, "E14000908");
            Campaign.found("louth-and-horncastle", "Louth and Horncastle", EAST, "E14000798");
            Campaign.found("warley", "Warley", WEST, "E14001016");
            Campaign.found("lichfield", "Lichfield", WEST, "E14000791");
            founded = true;
        }
    }

    @Test
    void anAcceptedTwinningOpensTheTargetForContactWorkAndItsEndClosesIt() {
        String id = proposed("bolsover", AMBER_VALLEY, "2015-04-14", "2015-05-07");
        assertThat(rolesOf("bolsover")).containsExactly("seat:E14000577");

        answer(organiser("bolsover"), id, "accepted")
                .then()
                .statusCode(200)
                .body("status", is("accepted"))
                .body("inForce", is(true))
                .body("statusBy", is("local-organiser-of-bolsover"));
        assertThat(rolesOf("bolsover")).containsExactly("seat:E14000577", "twin:" + AMBER_VALLEY);
        Campaign.asHq().get("/v1/campaign/role-sync").then().body("items.localParty", hasItem("bolsover"));
        String twinned = Tokens.of("canvasser-of-bolsover")
                .role("canvasser")
                .localParty("bolsover")
                .clientRole("seat:E14000577")
                .clientRole("twin:" + AMBER_VALLEY)
                .sign();
        Campaign.report(twinned, AMBER_VALLEY, 3).then().statusCode(201).body("localParty", is("bolsover"));

        answer(organiser("bolsover"), id, "ended")
                .then()
                .statusCode(200)
                .body("status", is("ended"))
                .body("inForce", is(false));
        assertThat(rolesOf("bolsover")).containsExactly("seat:E14000577");
        assertThat(tombstonesOf("bolsover")).containsExactly(AMBER_VALLEY);
        Campaign.asHq()
                .get(TWINNINGS + "/" + id)
                .then()
                .statusCode(200)
                .body("history.status", contains("proposed", "accepted", "ended"))
                .body("history.reason", contains("help is wanted", "as we said: accepted", "as we said: ended"))
                .body("history.by", contains("hq", "local-organiser-of-bolsover", "local-organiser-of-bolsover"))
                .body("twinning.travelKm", is(Float.valueOf("24.0")))
                .body("twinning.travelHours", is(Float.valueOf("0.4")));
    }

    @Test
    void theRoleGoesWithTheLastOfOverlappingTwinnings() {
        String first = proposed("mansfield", SHERWOOD, "2015-04-14", "2015-04-20");
        answer(organiser("mansfield"), first, "accepted").then().statusCode(200);
        String second = proposed("mansfield", SHERWOOD, "2015-04-10", "2015-05-07");
        answer(organiser("mansfield"), second, "accepted").then().statusCode(200);

        answer(organiser("mansfield"), second, "ended").then().statusCode(200);
        assertThat(rolesOf("mansfield")).contains("twin:" + SHERWOOD);
        assertThat(tombstonesOf("mansfield")).isEmpty();

        recall(Tokens.nationalOrganiser(), first).then().statusCode(200).body("statusBy", is("hq"));
        assertThat(rolesOf("mansfield")).containsExactly("seat:E14000810");
        assertThat(tombstonesOf("mansfield")).containsExactly(SHERWOOD);

        String again = proposed("mansfield", SHERWOOD, "2015-04-14", "2015-05-07");
        answer(organiser("mansfield"), again, "accepted").then().statusCode(200);
        assertThat(tombstonesOf("mansfield")).isEmpty();
        assertThat(rolesOf("mansfield")).contains("twin:" + SHERWOOD);
    }

    @Test
    void twoThatEndAtTheSameMomentStillTakeTheRoleAway() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 5; round++) {
                List<String> both = List.of(
                        accepted("north-east-derbyshire", AMBER_VALLEY),
                        accepted("north-east-derbyshire", AMBER_VALLEY));
                assertThat(rolesOf("north-east-derbyshire")).contains("twin:" + AMBER_VALLEY);
                List<Callable<Integer>> ends = both.stream()
                        .<Callable<Integer>>map(id ->
                                () -> recall(Tokens.nationalOrganiser(), id).statusCode())
                        .toList();
                for (Future<Integer> answer : people.invokeAll(ends)) {
                    assertThat(answer.get()).isEqualTo(200);
                }
                assertThat(rolesOf("north-east-derbyshire")).containsExactly("seat:E14000843");
                assertThat(tombstonesOf("north-east-derbyshire")).containsExactly(AMBER_VALLEY);
            }
        } finally {
            people.shutdown();
        }
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        String id = proposed("bosworth", EREWASH, "2015-04-14", "2015-05-07");
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> given : people.invokeAll(List.<Callable<Integer>>of(
                    () -> answer(organiser("bosworth"), id, "accepted").statusCode(),
                    () -> answer(region(EAST), id, "refused").statusCode()))) {
                statuses.add(given.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        } finally {
            people.shutdown();
        }
        Campaign.asHq().get(TWINNINGS + "/" + id).then().body("history", hasSize(2));
    }

    @Test
    void aProposalThatNobodyAnswersEndsWithItsPeriod() {
        String id = proposed("charnwood", EREWASH, "2015-04-14", "2015-04-14");
        timePasses("2015-04-14T23:00:00Z");
        Campaign.asHq()
                .get(TWINNINGS + "/" + id)
                .then()
                .body("twinning.status", is("ended"))
                .body("twinning.statusReason", is("Its last day, 2015-04-14, went by without an answer."));
        assertThat(tombstonesOf("charnwood")).isEmpty();
    }

    @Test
    void aTwinningBeginsAndEndsByItselfAtLondonsMidnight() {
        String id = proposed("derby-south", EREWASH, "2015-04-20", "2015-05-07");
        answer(organiser("derby-south"), id, "accepted")
                .then()
                .statusCode(200)
                .body("status", is("accepted"))
                .body("inForce", is(false));
        assertThat(rolesOf("derby-south")).containsExactly("seat:E14000663");

        timePasses("2015-04-19T22:59:59Z");
        assertThat(rolesOf("derby-south")).containsExactly("seat:E14000663");
        timePasses("2015-04-19T23:00:00Z");
        assertThat(rolesOf("derby-south")).contains("twin:" + EREWASH);
        timePasses("2015-05-07T22:59:59Z");
        assertThat(rolesOf("derby-south")).contains("twin:" + EREWASH);

        timePasses("2015-05-07T23:00:00Z");
        assertThat(rolesOf("derby-south")).containsExactly("seat:E14000663");
        assertThat(tombstonesOf("derby-south")).containsExactly(EREWASH);
        timePasses("2015-05-08T23:00:00Z");
        assertThat(tombstonesOf("derby-south")).hasSize(1);
        Campaign.asHq()
                .get(TWINNINGS + "/" + id)
                .then()
                .body("twinning.status", is("ended"))
                .body("twinning.statusBy", is("period"))
                .body("history.reason[2]", is("Its last day, 2015-05-07, is over."));
    }

    @Test
    void aRefusalLocksNobodyAndIsFinal() {
        String id = proposed("leicester-east", EREWASH, "2015-04-14", "2015-05-07");
        answer(organiser("leicester-east"), id, "refused")
                .then()
                .statusCode(200)
                .body("status", is("refused"))
                .body("inForce", is(false));

        Campaign.asHq()
                .get("/v1/campaign/access/decisions?localParty=leicester-east")
                .then()
                .body("items", empty());
        assertThat(rolesOf("leicester-east")).containsExactly("seat:E14000782");
        Campaign.report(Tokens.member("canvasser", "leicester-east", "E14000782"), "E14000782", 5)
                .then()
                .statusCode(201)
                .body("access.state", is("active"));

        answer(organiser("leicester-east"), id, "accepted")
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("twinningStatus", is("refused"));
        recall(Tokens.nationalOrganiser(), id).then().statusCode(409);
        report(organiser("leicester-east"), id, "2015-04-14", "5")
                .then()
                .statusCode(409)
                .body("twinningStatus", is("refused"));
        proposed("leicester-east", EREWASH, "2015-04-14", "2015-05-07");
    }

    @Test
    void hoursDeliveredAreSummedAgainstThePledgeLessWhatWasWithdrawn() {
        String id = proposed("nottingham", BROXTOWE, "2015-04-10", "2015-05-07");
        String organiser = organiser("nottingham");
        report(organiser, id, "2015-04-14", "5").then().statusCode(409);
        answer(organiser, id, "accepted").then().statusCode(200);

        report(organiser, id, "2015-04-10", "10.25")
                .then()
                .statusCode(201)
                .body("deliveredHours", is(Float.valueOf("10.25")))
                .body("pledgedHours", is(240));
        Response mistaken = report(organiser, id, "2015-04-14", "10000");
        mistaken.then().statusCode(201).body("deliveredHours", is(Float.valueOf("10010.25")));
        String path = "%s/%s/hours/%s/withdrawal"
                .formatted(TWINNINGS, id, mistaken.path("reportId").toString());
        Campaign.post(organiser, path, "{\"reason\":\"entered for another week\"}")
                .then()
                .statusCode(200)
                .body("deliveredHours", is(Float.valueOf("10.25")));
        Campaign.post(organiser, path, "{\"reason\":\"once more\"}").then().statusCode(409);
        Campaign.asHq()
                .get(TWINNINGS + "/" + id)
                .then()
                .body("twinning.deliveredHours", is(Float.valueOf("10.25")))
                .body("hours.hours", contains(Float.valueOf("10.25"), Float.valueOf("10000.0")))
                .body("hours.withdrawnBecause", contains(nullValue(), is("entered for another week")));

        refusedHours(organiser, id, "2015-04-09", "5", "/day");
        refusedHours(organiser, id, "2015-04-15", "5", "/day");
        refusedHours(organiser, id, "2015-04-14", "0", "/hours");
        refusedHours(organiser, id, "2015-04-14", "10000.01", "/hours");
        refusedHours(organiser, id, "2015-04-14", "1.001", "/hours");
        report(organiser("bassetlaw"), id, "2015-04-14", "5").then().statusCode(404);
        Campaign.post(
                        organiser,
                        "%s/%s/hours/%s/withdrawal".formatted(TWINNINGS, id, UUID.randomUUID()),
                        "{\"reason\":\"unknown\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void everyFaultOfAProposalIsToldAndNothingIsWritten() {
        refusedProposal("bassetlaw", "E14000546", "2015-04-14", "2015-05-07", 240, "/target");
        refusedProposal("bassetlaw", "E14999999", "2015-04-14", "2015-05-07", 240, "/target");
        refusedProposal("nobody", SHERWOOD, "2015-04-14", "2015-05-07", 240, "/donor");
        refusedProposal("bassetlaw", SHERWOOD, "2015-05-07", "2015-04-14", 240, "/until");
        refusedProposal("bassetlaw", SHERWOOD, "2015-04-01", "2015-04-13", 240, "/until");
        refusedProposal("bassetlaw", SHERWOOD, "2015-04-14", "2016-04-14", 240, "/until");
        refusedProposal("bassetlaw", SHERWOOD, "2015-04-14", "2015-05-07", 0, "/pledgedHours");
        refusedProposal("bassetlaw", SHERWOOD, "2015-04-14", "2015-05-07", 100_001, "/pledgedHours");

        String several = "{\"proposals\":[%s,%s,%s]}"
                .formatted(
                        proposal("bassetlaw", SHERWOOD, "2015-04-14", "2015-05-07", 240),
                        proposal("bassetlaw", SHERWOOD, "2015-04-14", "2015-05-07", 240),
                        proposal("bassetlaw", "E14999999", "2015-04-14", "2015-04-13", 240));
        Campaign.post(Tokens.nationalOrganiser(), TWINNINGS + "/proposals", several)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/proposals/1", "/proposals/2/target", "/proposals/2/until"));
        Campaign.asHq().get(TWINNINGS + "?donor=bassetlaw").then().body("items", empty());

        String aYear = proposal("bassetlaw", SHERWOOD, "2015-04-14", "2016-04-13", 100_000);
        Response recorded = Campaign.post(Tokens.nationalOrganiser(), TWINNINGS, aYear);
        recorded.then().statusCode(201).body("warnings", empty()).header("Location", startsWith(TWINNINGS + "/"));
        Campaign.post(Tokens.nationalOrganiser(), TWINNINGS, aYear)
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("twinningId", is(recorded.path("twinning.twinningId").toString()));
        Campaign.post(
                        Tokens.nationalOrganiser(),
                        TWINNINGS,
                        proposal("bassetlaw", "E14000798", "2015-04-14", "2015-05-07", 1))
                .then()
                .statusCode(201)
                .body("warnings", hasItem(containsString("neither a key seat nor a battleground, nor to be defended")));
        Campaign.post(
                        Tokens.nationalOrganiser(),
                        TWINNINGS,
                        proposal("bassetlaw", "W07000058", "2015-04-14", "2015-05-07", 1))
                .then()
                .statusCode(201)
                .body("warnings", contains(containsString("hours by road each way, more than 1.5")));
    }

    @Test
    void aRegionProposesForItsOwnDonorsToAnyTarget() {
        String west = region(WEST);
        Campaign.post(west, TWINNINGS, proposal("bolsover", SHERWOOD, "2015-04-14", "2015-05-07", 10))
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Campaign.post(
                        west,
                        TWINNINGS + "/proposals",
                        "{\"proposals\":[%s,%s]}"
                                .formatted(
                                        proposal("warley", EREWASH, "2015-04-14", "2015-05-07", 10),
                                        proposal("bolsover", SHERWOOD, "2015-04-14", "2015-05-07", 10)))
                .then()
                .statusCode(403);
        Response both = Campaign.post(
                west,
                TWINNINGS + "/proposals",
                "{\"proposals\":[%s,%s]}"
                        .formatted(
                                proposal("warley", EREWASH, "2015-04-14", "2015-05-07", 10),
                                proposal("lichfield", EREWASH, "2015-04-14", "2015-05-07", 10)));
        both.then().statusCode(201).body("items.twinning.donor", contains("warley", "lichfield"));
        String id = both.path("items[0].twinning.twinningId");

        answer(region(EAST), id, "accepted").then().statusCode(403);
        answer(organiser("bassetlaw"), id, "accepted").then().statusCode(404);
        answer(Tokens.nationalOrganiser(), id, "accepted").then().statusCode(403);
        answer(Tokens.member("canvasser", "warley", "E14001016"), id, "accepted")
                .then()
                .statusCode(403);
        answer(west, id, "accepted").then().statusCode(200);

        Campaign.as(west)
                .get(TWINNINGS + "?target=" + EREWASH + "&on=2015-05-07")
                .then()
                .body("items.donor", contains("lichfield", "warley"));
        Campaign.as(west)
                .get(TWINNINGS + "?donor=warley&status=accepted&on=2015-05-08")
                .then()
                .body("items", empty());
        Campaign.as(Tokens.member("canvasser", "warley", "E14001016"))
                .get(TWINNINGS)
                .then()
                .statusCode(200)
                .body("items.twinningId", contains(id));
        Campaign.as(region(EAST)).get(TWINNINGS + "/" + id).then().statusCode(200);
        Campaign.as(organiser("bassetlaw")).get(TWINNINGS + "/" + id).then().statusCode(404);
        assertThat(Campaign.as(west)
                        .get("/v1/campaign/twinnings.csv?donor=warley")
                        .asString())
                .startsWith("twinningId,donor,donorName,target,targetName,from,until,pledgedHours,deliveredHours,")
                .contains(id + ",warley,Warley,E14000695,Erewash,2015-04-14,2015-05-07,10,0.00,");
        Campaign.as(west)
                .get(TWINNINGS + "?status=lapsed")
                .then()
                .statusCode(400)
                .body("parameter", is("status"));
    }

    @Test
    void theNearestTargetsAreSuggestedAndNothingIsWritten() {
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?donor=rushcliffe&targets=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].locked", is(false))
                .body("items[0].targets.name", contains("Nottingham South", "Gedling", "Broxtowe"))
                .body("items[0].targets.targetRank", contains(null, null, 8))
                .body("items[0].targets.battlegroundClass", contains("defensive", "defensive", "key"))
                .body("items[0].targets[0].why", containsString("a seat to defend"))
                .body("items[0].targets[2].why", containsString("our target number 8"));
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?donor=rushcliffe&maxTravelHours=0.1")
                .then()
                .body("items[0].targets", empty());
        Campaign.as(region(WEST))
                .get(TWINNINGS + "/suggestions?donor=rushcliffe")
                .then()
                .statusCode(403);
        Campaign.as(region(WEST))
                .get(TWINNINGS + "/suggestions?limit=200")
                .then()
                .statusCode(200)
                .body("items.donor", not(hasItem("rushcliffe")));
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?limit=200&of=non-battleground")
                .then()
                .body("items.donor", hasItem("rushcliffe"))
                .body("items.donor", not(hasItem("amber-valley")));
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?donor=nobody")
                .then()
                .statusCode(400)
                .body("parameter", is("donor"));
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?maxTravelHours=12.1")
                .then()
                .statusCode(400);
        Campaign.as(organiser("rushcliffe"))
                .get(TWINNINGS + "/suggestions?donor=rushcliffe")
                .then()
                .statusCode(403);
        Campaign.asHq().get(TWINNINGS + "?donor=rushcliffe").then().body("items", empty());
    }

    @Test
    void aLockedLocalPartyIsShownWhereItHelpsAndOneWithoutATwinComesFirst() {
        lock("leicester-south", "E14000783");
        lock("louth-and-horncastle", "E14000798");
        String id = proposed("leicester-south", "E14000797", "2015-04-14", "2015-05-07");
        answer(organiser("leicester-south"), id, "accepted").then().statusCode(200);
        assertThat(rolesOf("leicester-south")).containsExactly("twin:E14000797");
        report(organiser("leicester-south"), id, "2015-04-14", "12.5").then().statusCode(201);

        List<String> parties = Campaign.as(region(EAST))
                .get(TWINNINGS + "/locked-local-parties?limit=200")
                .path("items.localParty");
        assertThat(parties).containsSubsequence("louth-and-horncastle", "leicester-south");
        Campaign.as(organiser("leicester-south"))
                .get(TWINNINGS + "/locked-local-parties")
                .then()
                .statusCode(200)
                .body("items.localParty", contains("leicester-south"))
                .body("items[0].twinned", is(true))
                .body("items[0].lockedSeats.seatCode", contains("E14000783"))
                .body("items[0].lockedSeats.decisionId", contains(notNullValue()))
                .body("items[0].twinnings.targetName", contains("Loughborough"))
                .body("items[0].twinnings[0].pledgedHours", is(240))
                .body("items[0].twinnings[0].deliveredHours", is(Float.valueOf("12.5")))
                .body("items[0].twinnings[0].travelHours", notNullValue());
        Campaign.as(region(EAST))
                .get(TWINNINGS + "/suggestions?of=locked&limit=200")
                .then()
                .body("items.donor", hasItem("louth-and-horncastle"))
                .body("items.donor", not(hasItem("leicester-south")));
    }

    private static String organiser(String localParty) {
        return Tokens.member("local-organiser", localParty);
    }

    private static String region(String code) {
        return Tokens.of("organiser-of-" + code)
                .role("regional-organiser")
                .region(code)
                .sign();
    }

    private static String proposal(String donor, String target, String from, String until, int hours) {
        return """
                {"donor":"%s","target":"%s","from":"%s","until":"%s","pledgedHours":%d,"reason":"help is wanted"}
                """.formatted(donor, target, from, until, hours);
    }

    private static String proposed(String donor, String target, String from, String until) {
        Response made = Campaign.post(Tokens.nationalOrganiser(), TWINNINGS, proposal(donor, target, from, until, 240));
        made.then().statusCode(201).body("twinning.status", is("proposed"));
        return made.path("twinning.twinningId");
    }

    private static String accepted(String donor, String target) {
        String id = proposed(donor, target, "2015-04-14", "2015-05-07");
        answer(organiser(donor), id, "accepted").then().statusCode(200);
        return id;
    }

    private static void refusedProposal(
            String donor, String target, String from, String until, int hours, String pointer) {
        Campaign.post(Tokens.nationalOrganiser(), TWINNINGS, proposal(donor, target, from, until, hours))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    private static Response answer(String token, String id, String answer) {
        return Campaign.post(
                token,
                TWINNINGS + "/" + id + "/answers",
                "{\"answer\":\"%s\",\"reason\":\"as we said: %s\"}".formatted(answer, answer));
    }

    private static Response recall(String token, String id) {
        return Campaign.post(token, TWINNINGS + "/" + id + "/recall", "{\"reason\":\"needed elsewhere\"}");
    }

    private static Response report(String token, String id, String day, String hours) {
        return Campaign.post(
                token, TWINNINGS + "/" + id + "/hours", "{\"day\":\"%s\",\"hours\":%s}".formatted(day, hours));
    }

    private static void refusedHours(String token, String id, String day, String hours, String pointer) {
        report(token, id, day, hours).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    private static void lock(String localParty, String seat) {
        Campaign.post(Tokens.nationalOrganiser(), "/v1/campaign/access/decisions", """
                        {"localParty":"%s","seatCode":"%s","outcome":"locked","reason":"needed elsewhere"}
                        """.formatted(localParty, seat))
                .then()
                .statusCode(201);
    }

    /** Does what falls due by then, of every twinning that there is. */
    private void timePasses(String moment) {
        await(session -> periods.perform(session, Instant.parse(moment)));
    }

    private List<String> rolesOf(String localParty) {
        return await(session -> session.createNativeQuery(
                        "select role from desired_role where local_party = :party order by role", String.class)
                .setParameter("party", localParty)
                .getResultList());
    }

    private List<String> tombstonesOf(String localParty) {
        return await(session -> session.createNativeQuery(
                        "select seat_code from tombstone where local_party = :party order by seat_code", String.class)
                .setParameter("party", localParty)
                .getResultList());
    }

    private <T> T await(Function<Mutiny.StatelessSession, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
