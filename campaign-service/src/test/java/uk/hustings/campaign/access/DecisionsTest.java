package uk.hustings.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.await;
import static uk.hustings.campaign.Campaign.found;
import static uk.hustings.campaign.Campaign.post;
import static uk.hustings.campaign.Campaign.report;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import uk.hustings.api.time.DomainClock;
import uk.hustings.test.Tokens;

/** Decisions by the policy and by people, appeals, exemptions and emergencies, under the policy that stands from the start. */
@QuarkusTest
class DecisionsTest {

    private static final String NORTH_WEST = "E12000002";
    private static final String WALES = "W92000004";
    private static final String DECISIONS = "/v1/campaign/access/decisions";
    private static final String END_OF_WEEK = "2015-04-19T23:00:00Z";

    @Inject
    DomainClock clock;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String app;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void aLockedLocalPartyAppealsAndIsRestored() {
        String bootle = "E14000581";
        String lock = locked("bootle", "Bootle", NORTH_WEST, bootle);
        // The role on the seat is gone with the lock: what is left is the record of whose seat it is.
        String organiser = Tokens.member("local-organiser", "bootle");

        appeal(Tokens.member("canvasser", "bootle", bootle), lock).then().statusCode(403);
        appeal(Tokens.member("local-organiser", "exeter", "E14000698"), lock)
                .then()
                .statusCode(404);
        appeal(Tokens.nationalOrganiser(), lock).then().statusCode(403);
        appeal(organiser, lock)
                .then()
                .statusCode(201)
                .body("status", is("open"))
                .body("decisionId", is(lock))
                .body("followedBy", nullValue());
        appeal(organiser, lock).then().statusCode(409).body("detail", containsString("judged first"));

        as(organiser)
                .get("/v1/campaign/access/explain?seat=" + bootle)
                .then()
                .statusCode(200)
                .body("state", is("locked"))
                .body("open", is(false))
                .body("openAppeal.decisionId", is(lock))
                .body("howToAppeal", nullValue())
                .body("twinnedSeats", empty())
                .body("policyVersion", is(1))
                .body("decidedBy", is("policy"));
        as(region(WALES)).get("/v1/campaign/access/appeals").then().body("items.decisionId", not(hasItem(lock)));
        as(region(NORTH_WEST))
                .get("/v1/campaign/access/appeals?status=open")
                .then()
                .statusCode(200)
                .body("items.decisionId", hasItem(lock));

        judge(region(WALES), lock, "upheld").then().statusCode(404);
        judge(region(NORTH_WEST), lock, "upheld")
                .then()
                .statusCode(201)
                .body("status", is("upheld"))
                .body("judgedBy", is("organiser-of-" + NORTH_WEST))
                .body("followedBy", notNullValue());
        judge(region(NORTH_WEST), lock, "upheld").then().statusCode(409);

        as(organiser)
                .get(DECISIONS + "/" + lock)
                .then()
                .statusCode(200)
                .body("decision.outcome", is("locked"))
                .body("decision.contacts", is(501))
                .body("decision.byChannel.doorstep", is(501))
                .body("policy.version", is(1))
                .body("policy.state", is("active"))
                .body("endedBy.outcome", is("restored"))
                .body("endedBy.decidedBy", is("organiser-of-" + NORTH_WEST))
                .body("endedBy.appealId", notNullValue())
                .body("appeals.status", contains("upheld"));
        report(Tokens.member("canvasser", "bootle", bootle), bootle, 100)
                .then()
                .statusCode(201)
                .body("access.state", is("exempt"))
                .body("access.until", is(END_OF_WEEK));
        appeal(organiser, lock).then().statusCode(409).body("detail", containsString("does not stand any more"));
    }

    @Test
    void fromTheWarningOnExplanationsSayWarnedAndWhatWouldChangeIt() {
        String seat = "E14000848";
        found("north-norfolk", "North Norfolk", "E12000006", seat);
        String organiser = Tokens.member("local-organiser", "north-norfolk", seat);
        report(organiser, seat, 399).then().body("access.state", is("active"));
        as(organiser)
                .get("/v1/campaign/access/explain?seat=" + seat)
                .then()
                .body("state", is("active"))
                .body("contactsLeft", is(101));

        report(organiser, seat, 1).then().body("access.state", is("warned"));
        String changes = "More than 500 contacts in a week lock the seat.";
        as(organiser)
                .get("/v1/campaign/access/explain?seat=" + seat)
                .then()
                .body("state", is("warned"))
                .body("open", is(true))
                .body("contactsLeft", is(100))
                .body("whatWouldChangeIt", is(changes));
        as(organiser)
                .get("/v1/campaign/access/me")
                .then()
                .body("seats[0].state", is("warned"))
                .body("seats[0].whatWouldChangeIt", is(changes));
    }

    @Test
    void aRestorationClosesTheOpenAppealWithItsReason() {
        String southend = "E14000957";
        String lock = locked("southend-west", "Southend West", "E12000006", southend);
        appeal(Tokens.member("local-organiser", "southend-west"), lock).then().statusCode(201);

        byHand("southend-west", southend, "restored", "").then().statusCode(201);

        asHq().get(DECISIONS + "/" + lock)
                .then()
                .body("appeals.status", contains("closed"))
                .body("appeals.judgedBy", contains("hq"))
                .body("appeals.judgement", contains("Needed elsewhere"));
        judge(region("E12000006"), lock, "upheld").then().statusCode(409);
        asHq().get("/v1/campaign/access/appeals?status=closed").then().body("items.decisionId", hasItem(lock));
        asHq().get("/v1/campaign/access/appeals?status=open").then().body("items.decisionId", not(hasItem(lock)));
    }

    @Test
    void aCorrectionThatLiftsALockClosesTheAppealToo() {
        String rochford = "E14000899";
        found("rochford", "Rochford", "E12000006", rochford);
        String organiser = Tokens.member("local-organiser", "rochford", rochford);
        Response report = report(organiser, rochford, 501);
        String lock = report.path("access.decisionId");
        appeal(organiser, lock).then().statusCode(201);

        post(
                        organiser,
                        "/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(rochford, report.path("batchId")),
                        "{\"reason\":\"twice\"}")
                .then()
                .statusCode(201);

        asHq().get(DECISIONS + "/" + lock)
                .then()
                .body("appeals.status", contains("closed"))
                .body("appeals.judgedBy", contains("policy"));
    }

    @Test
    void nobodyJudgesTheirOwnDecisionOrTheirOwnAppeal() {
        String birkenhead = "E14000559";
        found("birkenhead", "Birkenhead", NORTH_WEST, birkenhead);
        String lock = byHand("birkenhead", birkenhead, "locked", "").path("decisionId");
        appeal(region(NORTH_WEST), lock).then().statusCode(201);

        judge(Tokens.nationalOrganiser(), lock, "dismissed")
                .then()
                .statusCode(403)
                .body("type", is("/problems/judge-concerned"));
        judge(region(NORTH_WEST), lock, "upheld").then().statusCode(403);
        judge(another("national-organiser"), lock, "dismissed")
                .then()
                .statusCode(201)
                .body("status", is("dismissed"))
                .body("followedBy", nullValue());
        state("birkenhead", birkenhead, "locked");

        appeal(Tokens.member("local-organiser", "birkenhead"), lock).then().statusCode(201);
        post(another("national-organiser"), DECISIONS + "/" + lock + "/appeal/judgement", """
                        {"outcome":"dismissed","reason":"No","exemptUntil":"2015-04-19T23:00:00Z"}
                        """)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/exemptUntil"));
        judge(another("national-organiser"), lock, "upheld").then().statusCode(201);
        state("birkenhead", birkenhead, "exempt");
    }

    @Test
    void aWarningIsAppealedTooAndARestorationIsNot() {
        String blackburn = "E14000570";
        found("blackburn", "Blackburn", NORTH_WEST, blackburn);
        String warning = report(Tokens.member("canvasser", "blackburn", blackburn), blackburn, 400)
                .path("access.decisionId");
        appeal(Tokens.member("local-organiser", "blackburn"), warning).then().statusCode(201);
        Response upheld = judge(region(NORTH_WEST), warning, "upheld");
        upheld.then().statusCode(201);

        report(Tokens.member("canvasser", "blackburn", blackburn), blackburn, 400)
                .then()
                .statusCode(201)
                .body("access.state", is("exempt"));
        appeal(Tokens.member("local-organiser", "blackburn"), upheld.path("followedBy"))
                .then()
                .statusCode(409)
                .body("detail", containsString("exempted"));
    }

    @Test
    void aLockByHandEndsByItself() {
        String bolton = "E14000579";
        found("bolton-south-east", "Bolton South East", NORTH_WEST, bolton);
        byHand(
                        "bolton-south-east",
                        bolton,
                        "locked",
                        ",\"until\":\"%s\"".formatted(clock.instant().plusSeconds(2)))
                .then()
                .statusCode(201);
        report(Tokens.member("canvasser", "bolton-south-east", bolton), bolton, 1)
                .then()
                .statusCode(403);

        await("the lock has ended", () -> newest("bolton-south-east", "restored"));
        state("bolton-south-east", bolton, "active");
        asHq().get(DECISIONS + "?localParty=bolton-south-east")
                .then()
                .body("items.outcome", contains("restored", "locked"))
                .body("items.decidedBy", contains("policy", "hq"))
                .body("items[0].lifts", notNullValue());
        report(Tokens.member("canvasser", "bolton-south-east", bolton), bolton, 1)
                .then()
                .statusCode(201);
    }

    @Test
    void timesThatGoWithTheOtherOutcomeOrAreOverAreRefused() {
        found("garston-and-halewood", "Garston and Halewood", NORTH_WEST, "E14000708");
        byHand("garston-and-halewood", "E14000708", "locked", ",\"until\":\"2015-04-14T10:00:00Z\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        byHand(
                        "garston-and-halewood",
                        "E14000708",
                        "restored",
                        ",\"until\":\"2015-04-19T23:00:00Z\",\"exemptUntil\":\"2015-04-14T10:00:00Z\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/exemptUntil", "/until"));
        exempt("garston-and-halewood", null, Instant.parse("2015-04-14T10:00:00Z"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
        exempt("nobody-here", null, Instant.parse("2015-04-20T10:00:00Z"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/localParty"));
        byHand("garston-and-halewood", "E14000708", "restored", "").then().statusCode(409);
        byHand("garston-and-halewood", "E14000581", "locked", "").then().statusCode(422);
    }

    @Test
    void anExemptionEndsByItselfAndTheWeekIsWeighedAgain() {
        String denton = "E14000661";
        found("denton-and-reddish", "Denton and Reddish", NORTH_WEST, denton);
        exempt("denton-and-reddish", denton, clock.instant().plusSeconds(3))
                .then()
                .statusCode(201)
                .body("items.outcome", contains("exempted"));
        String canvasser = Tokens.member("canvasser", "denton-and-reddish", denton);
        report(canvasser, denton, 501).then().statusCode(201).body("access.state", is("exempt"));

        await("the exemption has ended", () -> stands("denton-and-reddish", denton, "locked"));
        asHq().get(DECISIONS + "?localParty=denton-and-reddish")
                .then()
                .body("items.outcome", contains("locked", "exemption-ended", "exempted"))
                .body("items[0].contacts", is(501))
                .body("items[1].decidedBy", is("policy"));
    }

    @Test
    void anExemptionInAllSeatsLiftsWhatThePolicyLockedAndNotWhatAPersonDid() {
        String torfaen = "W07000053";
        String islwyn = "W07000077";
        String caerphilly = "W07000076";
        found("gwent-valleys", "Gwent Valleys", WALES, torfaen, islwyn, caerphilly);
        String canvasser = Tokens.member("canvasser", "gwent-valleys", torfaen, islwyn);
        report(canvasser, torfaen, 501).then().body("access.state", is("locked"));
        byHand("gwent-valleys", caerphilly, "locked", "").then().statusCode(201);

        Response exempted = exempt("gwent-valleys", null, Instant.parse("2015-04-30T23:00:00Z"));
        exempted.then()
                .statusCode(201)
                .body("items.seatCode", contains(torfaen, caerphilly, islwyn))
                .body("items.outcome", everyItem(is("exempted")));
        state("gwent-valleys", torfaen, "exempt");
        state("gwent-valleys", islwyn, "exempt");
        state("gwent-valleys", caerphilly, "locked");

        String ofTorfaen = exempted.path("items.find { it.seatCode == '%s' }.decisionId".formatted(torfaen));
        end(ofTorfaen)
                .then()
                .statusCode(201)
                .body("outcome", is("exemption-ended"))
                .body("decidedBy", is("hq"));
        state("gwent-valleys", torfaen, "locked");
        state("gwent-valleys", islwyn, "exempt");
        end(ofTorfaen).then().statusCode(409);
        end(UUID.randomUUID().toString()).then().statusCode(404);
    }

    @Test
    void aKeyHolderOpensALockedSeatAndWhenItIsClosedTheLockStandsAgain() {
        String wrexham = "W07000044";
        String lock = locked("wrexham", "Wrexham", WALES, wrexham);
        String keyHolder = Tokens.of("key-of-wrexham")
                .role("canvasser")
                .clientRole("key-holder")
                .clientRole("seat:" + wrexham)
                .localParty("wrexham")
                .sign();

        breakGlass(Tokens.member("local-organiser", "wrexham", wrexham), "wrexham", wrexham)
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
        breakGlass(Tokens.nationalOrganiser(), "wrexham", wrexham).then().statusCode(403);
        String foreign = Tokens.of("key-of-bootle")
                .clientRole("key-holder")
                .localParty("bootle")
                .sign();
        breakGlass(foreign, "wrexham", wrexham).then().statusCode(403).body("type", is("/problems/seat-out-of-reach"));

        Response opened = breakGlass(keyHolder, "wrexham", wrexham);
        opened.then()
                .statusCode(201)
                .body("outcome", is("restored"))
                .body("breakGlass", is(true))
                .body("lifts", is(lock))
                .body("decidedBy", is("key-of-wrexham"));
        assertThat(Duration.between(clock.instant(), Instant.parse(opened.path("until"))))
                .isBetween(Duration.ofHours(11), Duration.ofHours(12));
        report(keyHolder, wrexham, 10).then().statusCode(201).body("access.state", is("exempt"));
        as(keyHolder)
                .get("/v1/campaign/access/me")
                .then()
                .body("seats[0].open", is(true))
                .body("seats[0].state", is("exempt"))
                .body("seats[0].breakGlass", is(true));
        breakGlass(keyHolder, "wrexham", wrexham).then().statusCode(409);

        end(opened.path("decisionId")).then().statusCode(201).body("decidedBy", is("hq"));
        state("wrexham", wrexham, "locked");
        report(keyHolder, wrexham, 10).then().statusCode(403);
        asHq().get(DECISIONS + "?localParty=wrexham&outcome=locked")
                .then()
                .body("items", hasSize(2))
                .body("items[0].reason", startsWith("The emergency opening has come to its end"))
                .body("items[0].contacts", is(501))
                .body("items[0].until", is("2015-05-07T21:00:00Z"));
    }

    @Test
    void anEmergencyEndsWithoutALockWhenTheCountWasMendedMeanwhile() {
        String neath = "W07000069";
        found("neath", "Neath", WALES, neath);
        String keyHolder = Tokens.of("key-of-neath")
                .role("local-organiser")
                .clientRole("key-holder")
                .clientRole("seat:" + neath)
                .localParty("neath")
                .sign();
        String batch = report(keyHolder, neath, 501).path("batchId");
        String opened = breakGlass(keyHolder, "neath", neath).path("decisionId");
        post(
                        keyHolder,
                        "/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(neath, batch),
                        "{\"reason\":\"twice\"}")
                .then()
                .statusCode(201);

        end(opened).then().statusCode(201);
        state("neath", neath, "active");
    }

    @Test
    void decisionsAreFoundByWhoWhereWhatAndWhen() {
        String aberavon = "W07000049";
        locked("aberavon", "Aberavon", WALES, aberavon);
        byHand("aberavon", aberavon, "restored", "").then().statusCode(201);
        String all = DECISIONS + "?localParty=aberavon";

        asHq().get(all).then().body("items.outcome", contains("restored", "locked"));
        asHq().get(all + "&outcome=locked&seat=" + aberavon).then().body("items.outcome", contains("locked"));
        asHq().get(all + "&decidedBy=hq").then().body("items.outcome", contains("restored"));
        asHq().get(all + "&from=2015-04-14&to=2015-04-14").then().body("items", hasSize(2));
        asHq().get(all + "&from=2015-04-15").then().body("items", empty());
        asHq().get(all + "&to=2015-04-13").then().body("items", empty());
        asHq().get(all + "&from=2015-04-15&to=2015-04-14")
                .then()
                .statusCode(400)
                .body("parameter", is("to"));
        asHq().get(all + "&outcome=shut").then().statusCode(400).body("parameter", is("outcome"));
        String next = asHq().get(all + "&limit=1").path("next");
        asHq().get(all + "&limit=1&cursor=" + next).then().body("items.outcome", contains("locked"));

        String file = as(Tokens.of("inspector").role("auditor").sign())
                .get(DECISIONS + ".csv?localParty=aberavon")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(file.lines()).hasSize(3);
        assertThat(file.lines().toList().get(2)).contains(",aberavon,W07000049,locked,policy,501 contacts by doorstep");
    }

    @Test
    void aLocalPartyHearsNothingOfTheLocksOfOthers() {
        String llanelli = "W07000045";
        String lock = locked("llanelli", "Llanelli", WALES, llanelli);
        found("ogmore", "Ogmore", WALES, "W07000074");
        String neighbour = Tokens.member("local-organiser", "ogmore", "W07000074");

        as(neighbour).get(DECISIONS + "/" + lock).then().statusCode(404);
        as(neighbour).get(DECISIONS + "?localParty=llanelli").then().body("items", empty());
        as(neighbour).get("/v1/campaign/access/explain?seat=" + llanelli).then().statusCode(403);
        as(neighbour)
                .get("/v1/campaign/access/explain?localParty=llanelli&seat=W07000074")
                .then()
                .statusCode(403);
        as(neighbour)
                .get("/v1/campaign/access/explain?seat=W07000074")
                .then()
                .statusCode(200)
                .body("state", is("active"))
                .body("contactsLeft", is(500))
                .body("twinnedSeats", nullValue());
        as(neighbour)
                .get("/v1/campaign/access/me")
                .then()
                .body("seats", hasSize(1))
                .body("seats.twinnedSeats", contains(nullValue()));
        asHq().get("/v1/campaign/access/explain").then().statusCode(400).body("parameter", is("seat"));
        asHq().get("/v1/campaign/access/explain?seat=E14999999").then().statusCode(404);
        asHq().get("/v1/campaign/access/explain?localParty=nobody&seat=" + llanelli)
                .then()
                .statusCode(404);
    }

    @Test
    void theServicesOwnRoleInTheDatabaseCannotChangeWhatWasDecided() throws SQLException {
        String rhondda = "W07000052";
        locked("rhondda", "Rhondda", WALES, rhondda);
        String url = database.replaceFirst("^(vertx-reactive:)?postgresql:", "jdbc:postgresql:");
        try (Connection connection = DriverManager.getConnection(url, app, password);
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "access_decision", "access_appeal", "appeal_judgement", "policy_event", "emergency_confirmation")) {
                refused(statement, "delete from " + table);
                refused(statement, "truncate " + table + " cascade");
                refused(statement, "update " + table + " set reason = 'another'");
            }
            refused(statement, "update access_lock set until = now()");
            refused(statement, "delete from access_lock");
            refused(statement, "update access_respite set until = now()");
            refused(statement, "delete from access_policy");
            refused(statement, "alter table access_decision disable trigger all");
            assertThatThrownBy(() -> statement.execute("update access_policy set weekly_limit = 5 where version = 1"))
                    .hasMessageContaining("was activated and does not change");
        }
        state("rhondda", rhondda, "locked");
    }

    private static void refused(Statement statement, String change) {
        assertThatThrownBy(() -> statement.execute(change))
                .as(change)
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo("42501"));
    }

    /** @return the decision that locked */
    private static String locked(String localParty, String name, String region, String seat) {
        found(localParty, name, region, seat);
        Response locked = report(Tokens.member("canvasser", localParty, seat), seat, 501);
        locked.then().statusCode(201).body("access.state", is("locked"));
        return locked.path("access.decisionId");
    }

    private static String region(String code) {
        return Tokens.of("organiser-of-" + code)
                .role("regional-organiser")
                .region(code)
                .sign();
    }

    private static String another(String role) {
        return Tokens.of("another-" + role).role(role).sign();
    }

    private static Response appeal(String token, String decision) {
        return post(token, DECISIONS + "/" + decision + "/appeal", "{\"reason\":\"The count holds a leaflet round\"}");
    }

    private static Response judge(String token, String decision, String outcome) {
        return post(
                token,
                DECISIONS + "/" + decision + "/appeal/judgement",
                "{\"outcome\":\"%s\",\"reason\":\"The counts were looked at\"}".formatted(outcome));
    }

    private static Response byHand(String localParty, String seat, String outcome, String more) {
        return post(Tokens.nationalOrganiser(), DECISIONS, """
                {"localParty":"%s","seatCode":"%s","outcome":"%s","reason":"Needed elsewhere"%s}
                """.formatted(localParty, seat, outcome, more));
    }

    private static Response exempt(String localParty, String seat, Instant until) {
        String inSeat = seat == null ? "" : "\"seatCode\":\"%s\",".formatted(seat);
        return post(
                Tokens.nationalOrganiser(), "/v1/campaign/access/exemptions", """
                {"localParty":"%s",%s"until":"%s","reason":"A council by-election"}
                """.formatted(localParty, inSeat, until));
    }

    private static Response end(String decision) {
        return post(
                Tokens.nationalOrganiser(),
                "/v1/campaign/access/exemptions/%s/ending".formatted(decision),
                "{\"reason\":\"It is over\"}");
    }

    private static Response breakGlass(String token, String localParty, String seat) {
        return post(token, "/v1/campaign/access/break-glass", """
                {"localParty":"%s","seatCode":"%s","reason":"Polling day"}
                """.formatted(localParty, seat));
    }

    private static void state(String localParty, String seat, String expected) {
        asHq().get("/v1/campaign/access/explain?localParty=%s&seat=%s".formatted(localParty, seat))
                .then()
                .statusCode(200)
                .body("state", is(expected));
    }

    private static boolean stands(String localParty, String seat, String expected) {
        return expected.equals(
                asHq().get("/v1/campaign/access/explain?localParty=%s&seat=%s".formatted(localParty, seat))
                        .path("state"));
    }

    private static boolean newest(String localParty, String outcome) {
        return outcome.equals(asHq().get("/v1/campaign/access/decisions?limit=1&localParty=" + localParty)
                .path("items[0].outcome"));
    }
}
