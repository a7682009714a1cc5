package uk.hustings.campaign.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.await;
import static uk.hustings.campaign.Campaign.awaitReady;
import static uk.hustings.campaign.Campaign.found;
import static uk.hustings.campaign.Campaign.post;
import static uk.hustings.campaign.Campaign.report;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.test.Tokens;

/** The policy is one for all: what changes it is tested in a database that nobody else works in. */
@QuarkusTest
@TestProfile(PoliciesTest.InADatabaseOfItsOwn.class)
class PoliciesTest {

    private static final String NORTH_WEST = "E12000002";
    private static final String VERSIONS = "/v1/campaign/access/policy/versions";
    private static final String FORECAST = "/internal/forecasts/latest";

    /** Another profile is another start of the service and of its database. */
    public static class InADatabaseOfItsOwn implements QuarkusTestProfile {}

    @Inject
    DomainClock clock;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String database;

    @SeatsUpstream.Serves
    BiConsumer<String, String> serve;

    @BeforeEach
    void theFoundingPolicyIsInForce() {
        awaitReady();
        if (!"active".equals(asHq().get(VERSIONS + "/1").path("state"))) {
            activate(1, "").then().statusCode(201);
        }
    }

    @Test
    void aStricterPolicyLocksWhoIsOverItAlreadyAndALaxerOneRestores() {
        String leigh = place("leigh", "Leigh", "E14000785");
        report(leigh, 300).then().body("access.state", is("active"));
        int strict = draft(rule(299, 200, "doorstep", ""));

        Response foreseen = asHq().get(VERSIONS + "/" + strict + "/simulation");
        foreseen.then()
                .statusCode(200)
                .body("onActivation.findAll { it.localParty == 'leigh' }.outcome", contains("locked"))
                .body("items.localParty", hasItem("leigh"));
        state("leigh", leigh, "active");

        activate(strict, "").then().statusCode(201).body("state", is("active")).body("activatedBy", is("hq"));
        state("leigh", leigh, "locked");
        report(leigh, 1).then().statusCode(403).body("type", is("/problems/party-locked"));
        asHq().get(VERSIONS + "/1").then().body("state", is("superseded"));
        activate(strict, "").then().statusCode(409);

        activate(1, "").then().statusCode(201);
        state("leigh", leigh, "active");
        asHq().get("/v1/campaign/access/decisions?localParty=leigh")
                .then()
                .body("items.outcome", contains("restored", "locked"))
                .body("items.policyVersion", contains(1, strict))
                .body("items[0].reason", containsString("Access policy 1, which is in force now, allows 500 contacts"));
    }

    @Test
    void withdrawnThePolicyLocksNobodyUntilAnotherIsActivated() {
        String seat = place("makerfield", "Makerfield", "E14000805");
        report(seat, 501).then().body("access.state", is("locked"));

        post(Tokens.nationalOrganiser(), VERSIONS + "/1/withdrawal", "{\"reason\":\"An inquiry\"}")
                .then()
                .statusCode(201)
                .body("state", is("withdrawn"))
                .body("history.what", hasItem("withdrawn"));
        asHq().get("/v1/campaign/access/policy").then().statusCode(404);
        report(seat, 100).then().statusCode(201).body("access.state", is("active"));
        asHq().get("/v1/campaign/access/explain?seat=" + seat)
                .then()
                .body("why", is("No access policy is in force."))
                .body("policyVersion", nullValue());
        post(Tokens.nationalOrganiser(), VERSIONS + "/1/withdrawal", "{\"reason\":\"Again\"}")
                .then()
                .statusCode(409);

        activate(1, "").then().statusCode(201);
        state("makerfield", seat, "locked");
    }

    @Test
    void aDraftIsChangedByWhoHasReadItAndNeverOnceItWasActivated() {
        int version = draft(rule(450, 400, "phone", ""));
        String path = VERSIONS + "/" + version;
        String seen = asHq().get(path).header("ETag");
        String canvasser = Tokens.member("canvasser", "leigh", "E14000785");

        as(canvasser).get(path).then().statusCode(404);
        as(canvasser).get(VERSIONS).then().body("items.version", not(hasItem(version)));
        as(canvasser).get(VERSIONS + "/1").then().statusCode(200);
        post(canvasser, VERSIONS, rule(450, 400, "phone", "")).then().statusCode(403);
        as(canvasser).get(path + "/simulation").then().statusCode(403);
        put(path, null, rule(451, 400, "phone", "")).then().statusCode(428);
        put(path, seen, rule(451, 400, "phone", ""))
                .then()
                .statusCode(200)
                .body("weeklyLimit", is(451))
                .body("state", is("draft"));
        put(path, seen, rule(452, 400, "phone", "")).then().statusCode(412);
        put(VERSIONS + "/9999", seen, rule(452, 400, "phone", "")).then().statusCode(404);

        activate(version, "").then().statusCode(201);
        put(path, asHq().get(path).header("ETag"), rule(453, 400, "phone", ""))
                .then()
                .statusCode(409);
        as(canvasser).get("/v1/campaign/access/policy").then().body("version", is(version));
    }

    @Test
    void everyFaultOfADraftIsTold() {
        post(Tokens.nationalOrganiser(), VERSIONS, """
                        {"title":"x","weeklyLimit":10,"warnAt":11,"channels":["pigeon"],"classes":["marginal"],
                         "validFrom":"2015-05-01T00:00:00Z","validUntil":"2015-05-01T00:00:00Z"}
                        """)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/warnAt", "/channels/0", "/classes/0", "/validUntil"));
        post(Tokens.nationalOrganiser(), VERSIONS, """
                        {"title":"","weeklyLimit":0,"warnAt":1,"channels":[],"classes":["key"],"noticeHours":169}
                        """)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/weeklyLimit"))
                .body("errors.pointer", hasItem("/noticeHours"))
                .body("errors.pointer", hasItem("/channels"));
        activate(9999, "").then().statusCode(404);
        activate(1, ",\"effectiveFrom\":\"2015-04-01T00:00:00Z\"")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/effectiveFrom"));
    }

    @Test
    void thirtySevenContactsByPhoneAloneIsAPolicyLikeAnyOther() {
        String knowsley = place("knowsley", "Knowsley", "E14000775");
        activate(draft(rule(37, 30, "phone", "")), "").then().statusCode(201);

        report(knowsley, 5_000).then().body("access.state", is("active")).body("access.contactsLeft", is(37));
        calls(knowsley, 30).then().body("access.state", is("warned")).body("access.contactsLeft", is(7));
        calls(knowsley, 7).then().body("access.state", is("warned")).body("access.contactsLeft", is(0));
        calls(knowsley, 1)
                .then()
                .body("access.state", is("locked"))
                .body("access.reason", containsString("38 contacts by phone in week 2015-W16 are more than the 37"));
    }

    @Test
    void whileANoticeRunsTheSeatStaysOpenAndACorrectionEndsIt() {
        String cheadle = place("cheadle", "Cheadle", "E14000627");
        activate(draft(rule(500, 400, "doorstep", ",\"noticeHours\":24")), "")
                .then()
                .statusCode(201);

        Response crossed = report(cheadle, 501);
        crossed.then().statusCode(201).body("access.state", is("notice"));
        assertThat(Duration.between(clock.instant(), Instant.parse(crossed.path("access.until"))))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        report(cheadle, 1)
                .then()
                .statusCode(201)
                .body("access.state", is("notice"))
                .body("access.decisionId", is(crossed.<String>path("access.decisionId")));
        asHq().get("/v1/campaign/access/explain?seat=" + cheadle)
                .then()
                .body("open", is(true))
                .body("state", is("notice"))
                .body("howToAppeal", containsString(crossed.path("access.decisionId")));

        withdraw(cheadle, crossed.path("batchId"))
                .then()
                .statusCode(201)
                .body("access.state", is("active"))
                .body("access.contactsLeft", is(499));
        asHq().get("/v1/campaign/access/decisions?localParty=cheadle")
                .then()
                .body("items.outcome", contains("notice-ended", "notice"))
                .body("items[0].reason", containsString("A correction brought the count"));
    }

    @Test
    void whenTheNoticeIsDueTheCountIsWeighedAgainAndLocks() throws SQLException {
        String eddisbury = place("eddisbury", "Eddisbury", "E14000686");
        activate(draft(rule(500, 400, "doorstep", ",\"noticeHours\":1")), "")
                .then()
                .statusCode(201);
        report(eddisbury, 501).then().body("access.state", is("notice"));

        String url = database.replaceFirst("^(vertx-reactive:)?postgresql:", "jdbc:postgresql:");
        // Only the owner of the schema can move a time that was decided.
        try (Connection connection = DriverManager.getConnection(url, "campaign_owner", "owner-of-test");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update access_respite set until = until - interval '1 hour' where seat_code = 'E14000686'");
        }

        await("the notice is due", () -> stands("eddisbury", eddisbury, "locked"));
        asHq().get("/v1/campaign/access/decisions?localParty=eddisbury")
                .then()
                .body("items.outcome", contains("locked", "notice"))
                .body("items.contacts", contains(501, 501));
        report(eddisbury, 1).then().statusCode(403);
    }

    @Test
    void aPolicyThatIsScheduledComesIntoForceByItself() {
        String fylde = place("fylde", "Fylde", "E14000706");
        report(fylde, 60).then().body("access.state", is("active"));
        int version = draft(rule(50, 40, "doorstep", ""));
        activate(version, ",\"effectiveFrom\":\"%s\"".formatted(clock.instant().plusSeconds(3)))
                .then()
                .statusCode(201)
                .body("state", is("scheduled"));
        state("fylde", fylde, "active");

        await("the policy is in force", () -> stands("fylde", fylde, "locked"));
        asHq().get("/v1/campaign/access/policy").then().body("version", is(version));
    }

    @Test
    void aPolicyEndsByItselfAndItsLocksWithIt() {
        String seat = place("hazel-grove", "Hazel Grove", "E14000738");
        Instant ends = clock.instant().plusSeconds(4);
        activate(draft(rule(10, 5, "doorstep", ",\"validUntil\":\"%s\"".formatted(ends))), "")
                .then()
                .statusCode(201);
        report(seat, 11).then().body("access.state", is("locked"));

        await("the policy has ended", () -> newest("hazel-grove", "restored"));
        state("hazel-grove", seat, "active");
        asHq().get("/v1/campaign/access/decisions?localParty=hazel-grove")
                .then()
                .body("items.outcome", contains("restored", "locked"));
        report(seat, 600).then().statusCode(201).body("access.contactsLeft", nullValue());
    }

    @Test
    void whenTheRuleGivesTheSeatAnotherClassTheLockFallsAndComesByItself() throws IOException {
        String walton = place("liverpool-walton", "Liverpool, Walton", "E14000794");
        report(walton, 501).then().body("access.state", is("locked"));
        String standings;
        try (InputStream file = PoliciesTest.class.getResourceAsStream("/standings.json")) {
            standings = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        String defensive = standings.replaceFirst("(\"seatCode\": \"E14000794\".*\"majorityPct\": )[0-9.]+", "$15.5");
        assertThat(defensive).isNotEqualTo(standings);

        serve.accept("/internal/standings", defensive);
        await("the lock has fallen", () -> stands("liverpool-walton", walton, "active"));
        asHq().get("/v1/campaign/access/decisions?localParty=liverpool-walton")
                .then()
                .body("items.outcome", contains("restored", "locked"))
                .body("items[0].reason", containsString("The seat is defensive now"));
        // The other replicas, and this one after a duty, hear of it through the feed.
        await("the feed has told it", () -> report(walton, 100).statusCode() == 201);

        serve.accept("/internal/standings", standings);
        await("the week is weighed", () -> stands("liverpool-walton", walton, "locked"));
        asHq().get("/v1/campaign/access/decisions?localParty=liverpool-walton&outcome=locked")
                .then()
                .body("items[0].contacts", is(601));
    }

    @Test
    void aSimulationTellsGainAndCostOnceThereIsAForecast() {
        String garston = place("garston-and-halewood", "Garston and Halewood", "E14000708");
        post(Tokens.nationalOrganiser(), "/v1/campaign/seats/" + garston + "/contacts", """
                        {"counts":[{"day":"2015-03-24","channel":"doorstep","contacts":450},
                                   {"day":"2015-03-31","channel":"doorstep","contacts":620},
                                   {"day":"2015-04-07","channel":"leaflet","contacts":9000}]}
                        """)
                .then()
                .statusCode(201);
        String past = VERSIONS + "/1/simulation?from=2015-03-23&to=2015-04-12&reachHours=1";

        serve.accept(FORECAST, "{\"forecastId\":null,\"evidence\":\"public\",\"seats\":[]}");
        await(
                "there is no forecast",
                () -> asHq().get(past).<String>path("whyNoForecast").startsWith("No forecast has been run"));
        asHq().get(past)
                .then()
                .statusCode(200)
                .body("firstWeek", is("2015-W13"))
                .body("lastWeek", is("2015-W15"))
                .body("forecast", nullValue())
                .body("gainSeats", nullValue())
                .body(
                        "items.find { it.localParty == 'garston-and-halewood' }.weeks.week",
                        contains("2015-W13", "2015-W14"))
                .body(
                        "items.find { it.localParty == 'garston-and-halewood' }.weeks.outcome",
                        contains("warned", "locked"))
                .body("items.find { it.localParty == 'garston-and-halewood' }.lockedFrom", is("2015-W14"))
                .body("items.find { it.localParty == 'garston-and-halewood' }.contactsOver", is(120));

        // City of Chester is the nearest target; Garston is safe.
        serve.accept(FORECAST, """
                {"forecastId":"0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11","evidence":"public","asOf":"2015-04-13",
                 "boundarySet":"2010","seats":[
                  {"seatCode":"E14000708","winProbability":{"lab":1.0},"first":"lab","second":"con","leadPts":40.0,"leadSdPts":5.0},
                  {"seatCode":"E14000640","winProbability":{"lab":0.5},"first":"con","second":"lab","leadPts":0.0,"leadSdPts":5.0},
                  {"seatCode":"E14001051","winProbability":{"lab":0.5},"first":"con","second":"lab","leadPts":1.0,"leadSdPts":5.0}]}
                """);
        await("there is a forecast", () -> asHq().get(past).path("forecast") != null);
        Response answer = asHq().get(past);
        answer.then()
                .body("forecast.asOf", is("2015-04-13"))
                .body("whyNoForecast", nullValue())
                .body("assumptions.contactsPerHour", is(10.0F));
        String item = "items.find { it.localParty == 'garston-and-halewood' }.";
        assertThat(answer.<Number>path(item + "hoursMoved").doubleValue()).isEqualTo(12);
        assertThat(answer.<String>path(item + "targetSeat")).isIn("E14000640", "E14001051");
        double here = answer.<Number>path(item + "valueOfHourHere").doubleValue();
        double there = answer.<Number>path(item + "valueOfHourThere").doubleValue();
        assertThat(there).isGreaterThan(here * 1000).isBetween(0.00001, 0.001);
        assertThat(answer.<Number>path(item + "netSeats").doubleValue()).isEqualTo(12 * (there - here), within(1e-9));
        asHq().get(past + "&contactsPerHour=20").then().body(item + "hoursMoved", is(6.0F));

        serve.accept(FORECAST, """
                {"forecastId":"0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d12","asOf":"2015-04-13","boundarySet":"2024",
                 "seats":[{"seatCode":"E14009999","winProbability":{},"first":"lab","second":"con","leadPts":1,"leadSdPts":5}]}
                """);
        await("it is of another set", () -> asHq().get(past).path("whyNoForecast") != null);
        asHq().get(past)
                .then()
                .body("forecast", nullValue())
                .body("whyNoForecast", containsString("boundary set 2024"));
        asHq().get(VERSIONS + "/1/simulation?to=2015-04-15")
                .then()
                .statusCode(400)
                .body("parameter", is("to"));
        asHq().get(VERSIONS + "/1/simulation?contactsPerHour=0").then().statusCode(400);
        asHq().get(VERSIONS + "/9999/simulation").then().statusCode(404);
    }

    /** @return the seat */
    private static String place(String localParty, String name, String seat) {
        found(localParty, '"' + name + '"', NORTH_WEST, seat);
        return seat;
    }

    private static Response report(String seat, int contacts) {
        return Campaign.report(reporter(seat), seat, contacts);
    }

    private static Response calls(String seat, int contacts) {
        return post(reporter(seat), "/v1/campaign/seats/" + seat + "/contacts", """
                {"counts":[{"day":"2015-04-14","channel":"phone","contacts":%d}]}
                """.formatted(contacts));
    }

    private static Response withdraw(String seat, String batch) {
        return post(
                Tokens.nationalOrganiser(),
                "/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(seat, batch),
                "{\"reason\":\"twice\"}");
    }

    private static String reporter(String seat) {
        String localParty =
                asHq().get("/v1/campaign/access/explain?seat=" + seat).path("localParty");
        return Tokens.member("canvasser", localParty, seat);
    }

    private static String rule(int limit, int warnAt, String channel, String more) {
        return """
                {"title":"For a test","weeklyLimit":%d,"warnAt":%d,"channels":["%s"],"classes":["non-battleground"]%s}
                """.formatted(limit, warnAt, channel, more);
    }

    private static int draft(String rule) {
        Response drafted = post(Tokens.nationalOrganiser(), VERSIONS, rule);
        drafted.then().statusCode(201).header("Location", notNullValue()).body("state", is("draft"));
        return drafted.path("version");
    }

    private static Response activate(int version, String more) {
        return post(
                Tokens.nationalOrganiser(),
                VERSIONS + "/" + version + "/activation",
                "{\"reason\":\"For a test\"%s}".formatted(more));
    }

    private static Response put(String path, String ifMatch, String rule) {
        RequestSpecification request = asHq().contentType("application/json").body(rule);
        return ifMatch == null
                ? request.put(path)
                : request.header("If-Match", ifMatch).put(path);
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
