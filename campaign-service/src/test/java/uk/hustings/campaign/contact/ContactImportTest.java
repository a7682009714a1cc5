package uk.hustings.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

@QuarkusTest
class ContactImportTest {

    private static final String ALDERSHOT = "E14000530";
    private static final String ASHFORD = "E14000536";
    private static final String BATH = "E14000547";
    private static final String BEACONSFIELD = "E14000550";
    private static final String BEXHILL = "E14000557";
    private static final String HQ = Tokens.nationalOrganiser();
    private static final String COLUMNS = "localParty,seatCode,day,channel,attempts,contacts\n";

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("aldershot", "Aldershot", Contacts.SOUTH_EAST, ALDERSHOT);
            Campaign.found("ashford", "Ashford", Contacts.SOUTH_EAST, ASHFORD, BEXHILL);
            Campaign.found("bath", "Bath", Contacts.SOUTH_WEST, BATH);
            Campaign.found("beaconsfield", "Beaconsfield", Contacts.SOUTH_EAST, BEACONSFIELD);
            founded = true;
        }
    }

    @Test
    void rowsOfSeveralLocalPartiesBecomeABatchForEachSeat() {
        String json = """
                {"sourceBatchId":"three-places","rows":[
                 {"localParty":"bath","seatCode":"E14000547","day":"2015-04-13","channel":"leaflet","contacts":900},
                 {"localParty":"ashford","seatCode":"E14000536","day":"2015-03-02","channel":"doorstep","attempts":90,
                  "contacts":50,"codes":{"firm":20,"against":10,"notHome":30}},
                 {"seatCode":"E14000536","day":"2015-03-03","channel":"phone","contacts":7},
                 {"seatCode":"E14000557","day":"2015-03-03","channel":"phone","contacts":8}]}
                """;
        var first = Contacts.importJson(HQ, json);
        first.then()
                .statusCode(201)
                .body("sourceBatchId", is("three-places"))
                .body("created", is(4))
                .body("unchanged", is(0))
                .body("batches.localParty", contains("ashford", "ashford", "bath"))
                .body("batches.seatCode", contains(ASHFORD, BEXHILL, BATH))
                .body("batches.rows", contains(2, 1, 1))
                .body("batches.contacts", contains(57, 8, 900))
                .body("batches.access.state", contains("active", "active", "active"));
        Contacts.batch(HQ, ASHFORD, first.path("batches[0].batchId"))
                .then()
                .statusCode(200)
                .body("sourceBatchId", is("three-places"))
                .body("counts.contacts", contains(50, 7))
                .body("counts[0].codes.notHome", is(30))
                .body("counts[1].codes", nullValue());

        Contacts.importJson(HQ, json)
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(4))
                .body("batches.status", contains("unchanged", "unchanged", "unchanged"))
                .body("batches.batchId", is(first.<Object>path("batches.batchId")));
        Contacts.importJson(HQ, json.replace("\"contacts\":8", "\"contacts\":9"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("localParties", contains("ashford"));
        assertThat(sumOfWeeks(BEXHILL, "2015-03-02")).isEqualTo(8);
    }

    @Test
    void theOrderOfLinesAndTheirFormDoNotMakeAnotherBatch() {
        String csv = COLUMNS + "bath,E14000547,2015-03-10,phone,,11\nbath,E14000547,2015-03-09,phone,30,10\n";
        String ndjson = """
                {"seatCode":"E14000547","day":"2015-03-09","channel":"phone","attempts":30,"contacts":10}
                {"seatCode":"E14000547","day":"2015-03-10","channel":"phone","contacts":11}
                """;

        Contacts.importCsv(HQ, csv, "bath-phones").then().statusCode(201).body("created", is(2));
        Contacts.importNdjson(HQ, ndjson, "bath-phones").then().statusCode(201).body("unchanged", is(2));
        Contacts.report(HQ, BATH, """
                {"sourceBatchId":"bath-phones","counts":[{"day":"2015-03-09","channel":"phone","contacts":1}]}
                """).then().statusCode(409).body("type", is("/problems/already-recorded"));
        Contacts.get(HQ, "/batches?sourceBatchId=bath-phones")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void aFileMayComeFromWindows() {
        Contacts.importCsv(HQ, "\uFEFF" + (COLUMNS + "bath,E14000547,2015-02-02,phone,,4\n").replace("\n", "\r\n"))
                .then()
                .statusCode(201)
                .body("created", is(1));
    }

    @Test
    void ownAndForeignRowsAreRefusedWhole() {
        String organiser = Tokens.member("local-organiser", "aldershot", ALDERSHOT);
        long before = sumOfWeeks(ALDERSHOT, "2015-04-13");

        Contacts.importCsv(
                        organiser,
                        "seatCode,day,channel,contacts\nE14000530,2015-04-14,phone,3\nE14000547,2015-04-14,phone,4\n"
                                + "E14000536,2015-04-14,pigeon,-1\n")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"))
                .body("seatCodes", contains(ASHFORD, BATH))
                .body("errors.row", contains(3, 4));
        Contacts.importJson(
                        organiser,
                        "{\"rows\":[{\"localParty\":\"bath\",\"seatCode\":\"E14000530\",\"day\":\"2015-04-14\","
                                + "\"channel\":\"phone\",\"contacts\":3}]}")
                .then()
                .statusCode(403)
                .body("localParties", contains("bath"));
        assertThat(sumOfWeeks(ALDERSHOT, "2015-04-13")).isEqualTo(before);
    }

    @Test
    void aRegionReachesItsOwnSeats() {
        String rows = COLUMNS + "ashford,E14000536,2015-02-03,phone,,3\nbath,E14000547,2015-02-03,phone,,4\n";

        Contacts.importCsv(Contacts.regional(Contacts.SOUTH_EAST), rows)
                .then()
                .statusCode(403)
                .body("seatCodes", contains(BATH));
        Contacts.importCsv(Contacts.regional(Contacts.SOUTH_EAST), rows.replaceAll("bath.*\n", ""))
                .then()
                .statusCode(201)
                .body("created", is(1));
        Contacts.importCsv(Tokens.of("analyst").role("analyst").sign(), rows)
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
    }

    @Test
    void aTwinMayBeReportedByTheLocalPartyThatIsTwinnedWithIt() {
        Campaign.twin("aldershot", BEXHILL);
        String twin = Tokens.of("aldershot-abroad")
                .role("canvasser")
                .localParty("aldershot")
                .clientRole("seat:" + ALDERSHOT)
                .clientRole("twin:" + BEXHILL)
                .sign();
        String rows = "seatCode,day,channel,contacts\nE14000530,2015-01-06,phone,3\nE14000557,2015-01-06,phone,4\n";

        Contacts.importCsv(twin, rows)
                .then()
                .statusCode(201)
                .body("batches.localParty", contains("aldershot", "aldershot"))
                .body("batches.seatCode", contains(ALDERSHOT, BEXHILL));
        Contacts.importCsv(HQ, COLUMNS + "aldershot,E14000547,2015-01-06,phone,,3\n")
                .then()
                .statusCode(422)
                .body("errors[0].detail", is("aldershot does not work in E14000547"));
    }

    @Test
    void everyFaultIsToldWithItsRow() {
        Contacts.importCsv(HQ, """
                        localParty,seatCode,day,channel,attempts,contacts,firm,notHome
                        bath,E14000547,2015-04-15,phone,,1,,
                        bath,E14000547,2010-04-11,phone,,1,,
                        bath,E14000547,2015-04-01,pigeon,,-1,,
                        bath,E14000547,2015-04-01,phone,1.5,1000001,,
                        bath,E14000547,2015-04-01,phone,4,5,,
                        bath,E14000547,2015-04-01,phone,9,5,6,
                        bath,E14000547,2015-04-01,phone,9,5,,5
                        nobody,E14000547,2015-04-01,phone,9,5,,
                        bath,E14999999,01/04/2015,phone,9,5,,
                        bath,,,phone,9,,,
                        bath,E14000547,2015-04-02,phone,9,5,,
                        bath,E14000547,2015-04-02,phone,9,5,,
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 11, 11, 13))
                .body(
                        "errors.pointer",
                        contains(
                                "/day",
                                "/day",
                                "/channel",
                                "/contacts",
                                "/attempts",
                                "/contacts",
                                "/contacts",
                                "/codes",
                                "/codes",
                                "/localParty",
                                "/day",
                                "/seatCode",
                                "/seatCode",
                                "/day",
                                "/contacts",
                                "/day"))
                .body(
                        "errors.detail",
                        hasItems(
                                containsString("the same stands in line 12"), is("must be 0 to 1000000, was 1000001")));
        Contacts.importJson(HQ, """
                        {"rows":[{"seatCode":"E14000547","day":"2015-04-01","channel":"phone","contacts":5,
                                  "codes":{"firm":-1}}, {"seatCode":"nowhere"}]}
                        """)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/rows/0/codes/firm",
                                "/rows/1/seatCode",
                                "/rows/1/day",
                                "/rows/1/channel",
                                "/rows/1/contacts"));
        Contacts.importNdjson(
                        HQ,
                        "\n{\"seatCode\":\"E14000547\",\"day\":\"2015-04-15\",\"channel\":\"phone\",\"contacts\":1}",
                        null)
                .then()
                .statusCode(422)
                .body("errors.row", contains(2))
                .body("errors.pointer", contains("/day"));
    }

    @Test
    void whatIsNoSuchFileIsRefused() {
        Contacts.importCsv(HQ, COLUMNS).then().statusCode(400).body("detail", containsString("no rows"));
        Contacts.importCsv(HQ, "localParty,day\nbath,2015-04-01\n")
                .then()
                .statusCode(400)
                .body("detail", containsString("Columns are missing"));
        Contacts.importCsv(HQ, "seatCode,day,channel,contacts,voter\nE14000547,2015-04-01,phone,1,Jo\n")
                .then()
                .statusCode(400)
                .body("detail", containsString("not known: [voter]"));
        Contacts.importCsv(HQ, COLUMNS + "\"" + "x".repeat((1 << 20) + 1) + "\",E14000547,2015-04-01,phone,,1\n")
                .then()
                .statusCode(400);
        Contacts.importJson(HQ, "{\"rows\":[]}").then().statusCode(422).body("errors.pointer", contains("/rows"));
        Contacts.importJson(HQ, "{\"rows\":[{\"contacts\":1.5}]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rows/0/contacts"));
        Contacts.importNdjson(HQ, "{\"voter\":\"Jo\"}", null)
                .then()
                .statusCode(400)
                .body("errors.row", contains(1))
                .body("errors.pointer", contains("/voter"));
        String row =
                "{\"rows\":[{\"seatCode\":\"E14000547\",\"day\":\"2014-12-01\",\"channel\":\"phone\",\"contacts\":1}],";
        Contacts.importJson(HQ, row + "\"sourceBatchId\":\"" + "s".repeat(129) + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sourceBatchId"));
        Contacts.importJson(HQ, row + "\"sourceBatchId\":\"" + "s".repeat(128) + "\"}")
                .then()
                .statusCode(201);
        Contacts.importCsv(HQ, COLUMNS + "bath,E14000547,2014-12-02,phone,,1\n", "s".repeat(129))
                .then()
                .statusCode(400)
                .body("parameter", is("sourceBatchId"));
    }

    @Test
    void aKeyHas128CharactersAtTheMostAndBelongsToOneBody() {
        String rows =
                "{\"rows\":[{\"seatCode\":\"E14000547\",\"day\":\"2014-11-03\",\"channel\":\"phone\",\"contacts\":%d}]}";
        String key = UUID.randomUUID() + "k".repeat(92);

        var first = Campaign.post(HQ, "/v1/campaign/contacts/imports", rows.formatted(5), key);
        first.then().statusCode(201);
        Campaign.post(HQ, "/v1/campaign/contacts/imports", rows.formatted(5), key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", is("true"))
                .body("batches[0].batchId", is(first.<String>path("batches[0].batchId")));
        Campaign.post(HQ, "/v1/campaign/contacts/imports", rows.formatted(6), key)
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        Campaign.post(HQ, "/v1/campaign/contacts/imports", rows.formatted(6), key + "k")
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-required"));
    }

    @Test
    void theImportThatCrossesTheLimitLocksAndLateCountsStayPossible() {
        String organiser = Tokens.member("local-organiser", "beaconsfield", BEACONSFIELD);
        String rows = "seatCode,day,channel,contacts\nE14000550,%s,doorstep,%d\nE14000550,%s,phone,%d\n";

        Contacts.importCsv(organiser, rows.formatted("2015-04-13", 300, "2015-04-14", 201))
                .then()
                .statusCode(201)
                .body("batches[0].access.state", is("locked"))
                .body("batches[0].access.decisionId", notNullValue());
        Contacts.importCsv(organiser, rows.formatted("2015-04-13", 1, "2015-04-14", 1))
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"));
        Contacts.importCsv(organiser, rows.formatted("2015-04-06", 1, "2015-04-13", 1))
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"));
        Contacts.importCsv(organiser, rows.formatted("2015-04-07", 1, "2015-04-13", 1))
                .then()
                .statusCode(201)
                .body("batches[0].access.state", is("locked"));
        Contacts.importCsv(HQ, rows.formatted("2015-04-13", 1, "2015-04-14", 1))
                .then()
                .statusCode(201);
    }

    @Test
    void aHundredThousandRowsAreTakenAndOneMoreIsRefusedWhole() {
        String rows = rows(100_000);
        Contacts.importCsv(HQ, COLUMNS + rows + "bath,E14000547,2014-10-01,phone,,1\n")
                .then()
                .statusCode(413)
                .body("type", is("/problems/body-too-large"));
        long before = sumOfWeeks(BEXHILL, "2013-06-03");

        Contacts.importCsv(HQ, COLUMNS + rows)
                .then()
                .statusCode(201)
                .body("created", is(100_000))
                .body("batches.rows", contains(50_000, 50_000));
        assertThat(Contacts.get(HQ, "/batches?seat=" + BEXHILL + "&to=2014-09-01&limit=1")
                        .<Integer>path("items[0].lines"))
                .isEqualTo(50_000);
        assertThat(sumOfWeeks(BEXHILL, "2013-06-03")).isGreaterThan(before);
    }

    @Test
    void batchesAreFoundByWhatTheyAre() {
        String source = "to-be-found";
        var imported = Contacts.importCsv(
                HQ, COLUMNS + "bath,E14000547,2014-10-06,phone,,3\naldershot,E14000530,2014-10-07,phone,,4\n", source);
        imported.then().statusCode(201);
        Contacts.withdraw(HQ, ALDERSHOT, imported.path("batches[0].batchId"))
                .then()
                .statusCode(201);

        Contacts.get(HQ, "/batches?sourceBatchId=" + source)
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(BATH, ALDERSHOT))
                .body("items.status", contains("recorded", "withdrawn"))
                .body("items.firstDay", contains("2014-10-06", "2014-10-07"));
        found(source + "&status=withdrawn", ALDERSHOT);
        found(source + "&status=recorded", BATH);
        found(source + "&seat=" + BATH, BATH);
        found(source + "&localParty=aldershot", ALDERSHOT);
        found(source + "&from=2014-10-07", ALDERSHOT);
        found(source + "&to=2014-10-06", BATH);
        Contacts.get(HQ, "/batches?sourceBatchId=" + source + "&status=corrected")
                .then()
                .body("items", empty());
        Contacts.get(HQ, "/batches?status=lost").then().statusCode(400).body("parameter", is("status"));
        Contacts.get(HQ, "/batches?from=2015-04-02&to=2015-04-01").then().statusCode(400);

        String next =
                Contacts.get(HQ, "/batches?limit=1&sourceBatchId=" + source).path("next");
        Contacts.get(HQ, "/batches?limit=1&sourceBatchId=" + source + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(ALDERSHOT))
                .body("next", nullValue());
        String aldershot = Tokens.member("canvasser", "aldershot", ALDERSHOT);
        Contacts.get(aldershot, "/batches?sourceBatchId=" + source)
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(ALDERSHOT));
        Contacts.batch(aldershot, BATH, imported.path("batches[1].batchId"))
                .then()
                .statusCode(403);
        Contacts.batch(aldershot, ALDERSHOT, imported.path("batches[1].batchId"))
                .then()
                .statusCode(404);
    }

    private static void found(String query, String seat) {
        Contacts.get(HQ, "/batches?sourceBatchId=" + query)
                .then()
                .statusCode(200)
                .body("items.seatCode", contains(seat));
    }

    /** Leaflets, so that nobody is locked; no two rows alike. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "ashford,%s,%s,%s,,%d\n"
                        .formatted(
                                i % 2 == 0 ? ASHFORD : BEXHILL,
                                LocalDate.of(2011, 1, 1).plusDays(i / 2 % 1000),
                                i / 2000 % 2 == 0 ? "leaflet" : "direct-mail",
                                i / 4000 + 1))
                .collect(Collectors.joining());
    }

    private static long sumOfWeeks(String seat, String from) {
        return Contacts.get(HQ, "/rates.csv?by=seat&from=" + from)
                .asString()
                .lines()
                .filter(line -> line.startsWith(seat))
                .mapToLong(line -> Long.parseLong(line.split(",")[4]))
                .sum();
    }
}
