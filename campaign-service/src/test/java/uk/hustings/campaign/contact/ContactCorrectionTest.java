package uk.hustings.campaign.contact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

@QuarkusTest
class ContactCorrectionTest {

    private static final String CANTERBURY = "E14000619";
    private static final String CHICHESTER = "E14000633";
    private static final String CHIPPENHAM = "E14000635";
    private static final String HQ = Tokens.nationalOrganiser();

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("canterbury", "Canterbury", Contacts.SOUTH_EAST, CANTERBURY);
            Campaign.found("chichester", "Chichester", Contacts.SOUTH_EAST, CHICHESTER);
            Campaign.found("chippenham", "Chippenham", Contacts.SOUTH_WEST, CHIPPENHAM);
            founded = true;
        }
    }

    @Test
    void aCorrectionReplacesTheCountsAndKeepsTheOldOnes() {
        String organiser = Tokens.member("local-organiser", "canterbury", CANTERBURY);
        String batch = Contacts.report(organiser, CANTERBURY, """
                {"counts":[{"day":"2015-03-31","channel":"doorstep","attempts":90,"contacts":60,"codes":{"firm":30}},
                           {"day":"2015-04-07","channel":"phone","contacts":40}]}
                """).path("batchId");
        String tag = Contacts.batch(organiser, CANTERBURY, batch).header("ETag");

        Contacts.correct(organiser, CANTERBURY, batch, null, correction(1))
                .then()
                .statusCode(428);
        Contacts.correct(organiser, CANTERBURY, batch, "\"of-yesterday\"", correction(1))
                .then()
                .statusCode(412);
        Contacts.correct(organiser, CANTERBURY, batch, tag, """
                        {"reason":"A sheet was left out","counts":[
                          {"day":"2015-03-31","channel":"doorstep","attempts":80,"contacts":50,"codes":{"firm":25,"soft":5}},
                          {"day":"2015-04-14","channel":"doorstep","attempts":20,"contacts":10}]}
                        """)
                .then()
                .statusCode(200)
                .body("weeks.week", contains("2015-W14", "2015-W15", "2015-W16"))
                .body("weeks.contacts", contains(50, 0, 10))
                .body("access.state", is("active"));
        Contacts.correct(organiser, CANTERBURY, batch, tag, correction(1))
                .then()
                .statusCode(412);

        Contacts.batch(organiser, CANTERBURY, batch)
                .then()
                .statusCode(200)
                .body("status", is("corrected"))
                .body("revision", is(1))
                .body("counts.contacts", contains(50, 10))
                .body("history.change", contains("reported", "corrected"))
                .body("history.contacts", contains(100, 60))
                .body("history.reason", contains(null, "A sheet was left out"))
                .body("history.by", contains("local-organiser-of-canterbury", "local-organiser-of-canterbury"));
        lines(batch, "?revision=0").then().body("items.contacts", contains(60, 40));
        lines(batch, "").then().body("items.contacts", contains(50, 10));
        lines(batch, "?revision=2").then().body("items", empty());
        String next = lines(batch, "?limit=1").path("next");
        lines(batch, "?limit=1&cursor=" + next)
                .then()
                .body("items.contacts", contains(10))
                .body("next", nullValue());
        Contacts.get(HQ, "/batches?status=corrected&seat=" + CANTERBURY).then().body("items.batchId", contains(batch));

        Contacts.withdraw(organiser, CANTERBURY, batch).then().statusCode(201).body("weeks.contacts", contains(0, 0));
        String withdrawn = Contacts.batch(organiser, CANTERBURY, batch).header("ETag");
        Contacts.correct(organiser, CANTERBURY, batch, withdrawn, correction(1))
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"));
        Contacts.batch(organiser, CANTERBURY, batch)
                .then()
                .body("status", is("withdrawn"))
                .body("history.change", contains("reported", "corrected", "withdrawn"));
    }

    @Test
    void whoIsLockedOutStillCorrectsAndIsLetInAgain() {
        String organiser = Tokens.member("local-organiser", "chichester", CHICHESTER);
        String batch = Campaign.report(organiser, CHICHESTER, 501).path("batchId");
        String withoutTheRole = Tokens.member("local-organiser", "chichester");
        Campaign.report(withoutTheRole, CHICHESTER, 1)
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"));

        correctNow(withoutTheRole, CHICHESTER, batch, 499)
                .then()
                .statusCode(200)
                .body("weeks.contacts", contains(499))
                .body("access.state", is("restored"));
        Campaign.report(organiser, CHICHESTER, 1).then().statusCode(201).body("access.state", is("warned"));
    }

    @Test
    void aCorrectionThatRaisesTheCountOverTheLimitLocks() {
        String organiser = Tokens.member("local-organiser", "chippenham", CHIPPENHAM);
        String batch = Campaign.report(organiser, CHIPPENHAM, 20).path("batchId");

        correctNow(organiser, CHIPPENHAM, batch, 600).then().statusCode(200).body("access.state", is("locked"));
        Campaign.report(organiser, CHIPPENHAM, 1).then().statusCode(403).body("type", is("/problems/party-locked"));
        correctNow(organiser, CHIPPENHAM, batch, 20).then().statusCode(200).body("access.state", is("restored"));
    }

    @Test
    void underALockTheLocalPartyMayLowerTheContactsOfAWeekAndNotRaiseThem() {
        String norfolk = "E14000941";
        Campaign.found("south-norfolk", "South Norfolk", "E12000006", norfolk);
        String organiser = Tokens.member("local-organiser", "south-norfolk", norfolk);
        String small = Campaign.report(organiser, norfolk, 10).path("batchId");
        Campaign.report(organiser, norfolk, 501).then().body("access.state", is("locked"));

        correctNow(organiser, norfolk, small, 11)
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"))
                .body("hint", containsString("may lower the contacts of a week but not raise them"));
        String etag = Contacts.batch(organiser, norfolk, small).header("ETag");
        Contacts.correct(organiser, norfolk, small, etag, """
                        {"reason":"Another week","counts":[{"day":"2015-04-06","channel":"doorstep","contacts":1}]}
                        """).then().statusCode(403);
        Contacts.correct(organiser, norfolk, small, etag, """
                        {"reason":"Another channel","counts":[{"day":"2015-04-14","channel":"leaflet","contacts":1}]}
                        """).then().statusCode(403);
        correctNow(organiser, norfolk, small, 10).then().statusCode(200).body("access.state", is("locked"));
        correctNow(organiser, norfolk, small, 9).then().statusCode(200).body("access.state", is("locked"));
        // Headquarters is not bound by a lock on somebody else.
        correctNow(HQ, norfolk, small, 12).then().statusCode(200).body("access.state", is("locked"));
    }

    @Test
    void onlyWhoReportedABatchOrStandsAboveThemMendsIt() {
        String batch = Campaign.report(HQ, CHIPPENHAM, 10).path("batchId");

        String canterbury = Tokens.member("local-organiser", "canterbury", CANTERBURY);
        Contacts.correct(canterbury, CHIPPENHAM, batch, "\"any\"", correction(1))
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        String twin = Tokens.of("canterbury-abroad")
                .role("local-organiser")
                .localParty("canterbury")
                .clientRole("twin:" + CHIPPENHAM)
                .sign();
        Contacts.correct(twin, CHIPPENHAM, batch, "\"any\"", correction(1))
                .then()
                .statusCode(403)
                .body("detail", containsString("your own local party"));
        Contacts.correct(
                        Tokens.member("canvasser", "chippenham", CHIPPENHAM),
                        CHIPPENHAM,
                        batch,
                        "\"any\"",
                        correction(1))
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
        correctNow(Contacts.regional(Contacts.SOUTH_WEST), CHIPPENHAM, batch, 11)
                .then()
                .statusCode(200);
        Contacts.correct(Contacts.regional(Contacts.SOUTH_EAST), CHIPPENHAM, batch, "\"any\"", correction(1))
                .then()
                .statusCode(403);
        Contacts.correct(HQ, CANTERBURY, batch, "\"any\"", correction(1)).then().statusCode(404);
        Contacts.withdraw(canterbury, CHIPPENHAM, batch).then().statusCode(403);
    }

    @Test
    void aCorrectionIsHeldToWhatAReportIsHeldTo() {
        String batch = Campaign.report(HQ, CHIPPENHAM, 10).path("batchId");
        String tag = Contacts.batch(HQ, CHIPPENHAM, batch).header("ETag");

        Contacts.correct(HQ, CHIPPENHAM, batch, tag, "{\"reason\":\" \",\"counts\":[]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/counts", "/reason"));
        Contacts.correct(HQ, CHIPPENHAM, batch, tag, correction(1_000_001))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/counts/0/contacts"));
        Contacts.correct(HQ, CHIPPENHAM, batch, tag, correction(1).replace("14", "15"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/counts/0/day"));
        Contacts.correct(
                        HQ,
                        CHIPPENHAM,
                        batch,
                        tag,
                        correction(1).replace("\"contacts\":1", "\"contacts\":1,\"codes\":{\"firm\":2}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/counts/0/codes"));
        Contacts.batch(HQ, CHIPPENHAM, batch).then().header("ETag", is(tag)).body("history", hasSize(1));
    }

    @Test
    void codesAndCountsMayBeAsHighAsAMillion() {
        String million = """
                {"counts":[{"day":"2014-09-01","channel":"leaflet","attempts":%1$d,"contacts":%1$d,"codes":{"refused":%1$d}}]}
                """;

        Contacts.report(HQ, CHIPPENHAM, million.formatted(1_000_000)).then().statusCode(201);
        Contacts.report(HQ, CHIPPENHAM, million.formatted(1_000_001))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/counts/0/attempts", "/counts/0/codes/refused", "/counts/0/contacts"));
    }

    @Test
    void theWeeksOfASeatCanBeNarrowedAndPaged() {
        Contacts.report(HQ, CHIPPENHAM, """
                {"counts":[{"day":"2014-06-02","channel":"phone","contacts":1},{"day":"2014-06-15","channel":"phone","contacts":2},
                           {"day":"2014-06-16","channel":"phone","contacts":3}]}
                """).then().statusCode(201);
        String path = "/v1/campaign/seats/" + CHIPPENHAM + "/contacts?from=2014-06-08&to=2014-06-09";

        Campaign.as(HQ).get(path).then().statusCode(200).body("items.week", contains("2014-W24", "2014-W23"));
        String next = Campaign.as(HQ).get(path + "&limit=1").path("next");
        Campaign.as(HQ)
                .get(path + "&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.week", contains("2014-W23"))
                .body("next", nullValue());
        Campaign.as(HQ).get(path + "&limit=201").then().statusCode(400).body("parameter", is("limit"));
    }

    private static Response lines(String batch, String query) {
        return Campaign.as(HQ).get("/v1/campaign/seats/%s/contacts/%s/lines%s".formatted(CANTERBURY, batch, query));
    }

    private static Response correctNow(String token, String seat, String batch, int contacts) {
        return Contacts.correct(
                token, seat, batch, Contacts.batch(token, seat, batch).header("ETag"), correction(contacts));
    }

    private static String correction(int contacts) {
        return """
                {"reason":"Miscounted","counts":[{"day":"2015-04-14","channel":"doorstep","contacts":%d}]}
                """.formatted(contacts);
    }
}
