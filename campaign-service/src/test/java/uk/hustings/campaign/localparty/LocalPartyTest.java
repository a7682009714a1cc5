package uk.hustings.campaign.localparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.await;
import static uk.hustings.campaign.Campaign.awaitReady;
import static uk.hustings.campaign.Campaign.found;
import static uk.hustings.campaign.Campaign.post;
import static uk.hustings.campaign.Campaign.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class LocalPartyTest {

    private static final String PARTIES = "/v1/campaign/local-parties";
    private static final String EAST = "E12000006";
    private static final String YORKSHIRE = "E12000003";
    private static final String LONDON = "E12000007";

    @BeforeEach
    void seatsAreKnown() {
        awaitReady();
    }

    @Test
    void aLocalPartyIsFoundedWithOneOrSeveralSeats() {
        post(Tokens.nationalOrganiser(), PARTIES, founding("norwich", "Norwich", EAST, "E14000864", "E14000863"))
                .then()
                .statusCode(201)
                .header("Location", endsWith(PARTIES + "/norwich"))
                .body("localParty", is("norwich"))
                .body("seatCodes", contains("E14000863", "E14000864"))
                .body("mergedInto", nullValue());
        asHq().get(PARTIES + "/norwich").then().statusCode(200).body("name", is("Norwich"));
        asHq().get(PARTIES + "/norwich/history")
                .then()
                .body("items.change", contains("founded"))
                .body("items.author", contains("hq"))
                .body("items.reason", contains("needed"));
        post(Tokens.nationalOrganiser(), PARTIES, founding("norwich", "Norwich", EAST, "E14000864"))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"));
        post(Tokens.nationalOrganiser(), PARTIES, founding("norwich-two", "Norwich", EAST, "E14000864"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes"))
                .body("errors[0].detail", is("E14000864 belongs to norwich"));
        awaitPending("norwich");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        post(Tokens.nationalOrganiser(), PARTIES, founding("No Id", "", "E99999999", "E14999999", "E14999999"))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/localParty", "/name", "/region", "/seatCodes", "/seatCodes", "/seatCodes"));
        post(Tokens.nationalOrganiser(), PARTIES, "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/localParty", "/name", "/region", "/seatCodes", "/reason"));
        post(Tokens.nationalOrganiser(), PARTIES, founding("harlow-far", "Harlow", LONDON, "E14000729"))
                .then()
                .statusCode(422)
                .body("errors.detail", contains("E14000729 lies in the region E12000006"));
    }

    @Test
    void namesAndIdsHaveLimits() {
        String id = "i".repeat(80);
        post(Tokens.nationalOrganiser(), PARTIES, founding(id + "i", "Braintree", EAST, "E14000590"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/localParty"));
        post(Tokens.nationalOrganiser(), PARTIES, founding(id, "n".repeat(201), EAST, "E14000590"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
        post(Tokens.nationalOrganiser(), PARTIES, founding(id, "line\\nfeed", EAST, "E14000590"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
        post(Tokens.nationalOrganiser(), PARTIES, founding(id, "n".repeat(200), EAST, "E14000590"))
                .then()
                .statusCode(201);
        change(id, "n", EAST, "r".repeat(1001), "E14000590")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        change(id, "n", EAST, "r".repeat(1000), "E14000590")
                .then()
                .statusCode(200)
                .body("name", is("n"));
    }

    @Test
    void aLocalPartyHasUpTo20Seats() {
        List<String> seats = Stream.of(
                        552, 594, 603, 606, 613, 622, 624, 628, 642, 644, 693, 717, 734, 739, 744, 745, 749, 757, 806,
                        813, 816)
                .map("E14000%d"::formatted)
                .toList();
        post(Tokens.nationalOrganiser(), PARTIES, founding("many-seats", "Many", EAST, seats.toArray(String[]::new)))
                .then()
                .statusCode(422)
                .body("errors.detail", contains("must be 1 to 20 seat codes"));
        post(
                        Tokens.nationalOrganiser(),
                        PARTIES,
                        founding(
                                "many-seats", "Many", EAST, seats.subList(0, 20).toArray(String[]::new)))
                .then()
                .statusCode(201)
                .body("seatCodes", hasSize(20));
        found("one-seat-more", "One more", EAST, seats.get(20));
        merge("one-seat-more", "many-seats")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/into"))
                .body("errors.detail", contains("would have more than 20 seats"));
    }

    @Test
    void aNameChangesAndHistoryKeepsWhatItWas() {
        found("ipswich", "Ipswich", EAST, "E14000761");
        String seen = etag("ipswich");

        change("ipswich", "Ipswich Labour", EAST, "Clearer", "E14000761")
                .then()
                .statusCode(200)
                .body("name", is("Ipswich Labour"));

        asHq().get(PARTIES + "/ipswich/history")
                .then()
                .statusCode(200)
                .body("items.name", contains("Ipswich Labour", "Ipswich"))
                .body("items.change", contains("changed", "founded"))
                .body("items.reason", contains("Clearer", "Imported"))
                .body("items.author", contains("hq", "hq"))
                .body("items.decidedAt", everyItem(startsWith("2015-04-14T1")))
                .body("items[0].number", nullValue());
        String next = asHq().get(PARTIES + "/ipswich/history?limit=1").path("next");
        asHq().get(PARTIES + "/ipswich/history?limit=1&cursor=" + next).then().body("items.name", contains("Ipswich"));
        put("ipswich", seen, order("Late", EAST, "x", "E14000761")).then().statusCode(412);
        asHq().contentType("application/json")
                .body(order("Late", EAST, "x", "E14000761"))
                .put(PARTIES + "/ipswich")
                .then()
                .statusCode(428);
        put("nowhere-at-all", "\"x\"", order("Late", EAST, "x", "E14000761"))
                .then()
                .statusCode(404);
        change("ipswich", "Ipswich Labour", EAST, "Again", "E14000761").then().statusCode(200);
        asHq().get(PARTIES + "/ipswich/history").then().body("items", hasSize(2));
    }

    @Test
    void aSeatThatGoesToAnotherTakesItsGrantsWithIt() {
        found("luton", "Luton", EAST, "E14000800", "E14000801");
        found("stevenage", "Stevenage", EAST, "E14000968");

        change("stevenage", "Stevenage", EAST, "Nearer", "E14000968", "E14000801")
                .then()
                .statusCode(200)
                .body("seatCodes", contains("E14000801", "E14000968"));

        asHq().get(PARTIES + "/luton").then().body("seatCodes", contains("E14000800"));
        asHq().get(PARTIES + "/luton/history")
                .then()
                .body("items.seatCodes", contains(List.of("E14000800"), List.of("E14000800", "E14000801")));
        assertThat(LocalPartyDatabase.tombstones("luton")).containsExactly("E14000801");
        assertThat(LocalPartyDatabase.desiredRoles("luton")).containsExactly("seat:E14000800");
        assertThat(LocalPartyDatabase.desiredRoles("stevenage"))
                .containsExactlyInAnyOrder("seat:E14000801", "seat:E14000968");

        change("luton", "Luton", EAST, "Back", "E14000800", "E14000801").then().statusCode(200);
        assertThat(LocalPartyDatabase.tombstones("luton")).isEmpty();
        assertThat(LocalPartyDatabase.tombstones("stevenage")).containsExactly("E14000801");

        change("luton", "Luton", EAST, "Smaller", "E14000800").then().statusCode(200);
        assertThat(LocalPartyDatabase.tombstones("luton")).containsExactly("E14000801");
        asHq().get(PARTIES + "?seat=E14000801").then().body("items", empty());
    }

    @Test
    void nobodyLosesTheLastSeatExceptByAMerger() {
        found("watford", "Watford", EAST, "E14001021");
        found("hertsmere", "St Albans", EAST, "E14000960");

        change("watford", "Watford", EAST, "Nearer", "E14001021", "E14000960")
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("detail", containsString("hertsmere would have no seat left"));
        asHq().get(PARTIES + "/hertsmere").then().body("seatCodes", contains("E14000960"));
    }

    @Test
    void aMergedLocalPartyKeepsItsIdItsContactsAndItsDecisions() {
        String seat = "E14001027";
        found("welwyn", "Welwyn", EAST, seat);
        found("broxbourne", "North East Hertfordshire", EAST, "E14000845");
        String canvasser = Tokens.member("canvasser", "welwyn", seat);
        String locking = report(canvasser, seat, 501)
                .then()
                .statusCode(201)
                .body("access.state", is("locked"))
                .extract()
                .path("access.decisionId");

        merge("welwyn", "broxbourne")
                .then()
                .statusCode(200)
                .body("localParty", is("broxbourne"))
                .body("seatCodes", contains("E14000845", seat));

        asHq().get(PARTIES + "/welwyn")
                .then()
                .statusCode(200)
                .body("mergedInto", is("broxbourne"))
                .body("seatCodes", empty());
        asHq().get(PARTIES + "?name=welwyn").then().body("items", empty());
        asHq().get(PARTIES + "/welwyn/history").then().body("items.change", contains("merged", "founded"));
        asHq().get(PARTIES + "/broxbourne/history").then().body("items.change", contains("merged", "founded"));
        asHq().get("/v1/campaign/access/decisions?localParty=welwyn")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("restored", "locked"))
                .body("items[0].lifts", is(locking))
                .body("items[0].decidedBy", is("hq"))
                .body("items[0].reason", containsString("too few members"));
        asHq().get("/v1/campaign/seats/" + seat + "/contacts").then().body("items.localParty", hasItem("welwyn"));
        assertThat(LocalPartyDatabase.tombstones("welwyn")).containsExactly(seat);
        assertThat(LocalPartyDatabase.desiredRoles("welwyn")).isEmpty();
        // The week's 501 contacts count for the new owner: a merger does not reset the limit.
        asHq().get("/v1/campaign/access/decisions?localParty=broxbourne&seat=" + seat)
                .then()
                .body("items.outcome", contains("locked"))
                .body("items[0].contacts", is(501));
        assertThat(LocalPartyDatabase.desiredRoles("broxbourne")).containsExactly("seat:E14000845");

        as(Tokens.member("local-organiser", "broxbourne", "E14000845", seat))
                .get(PARTIES + "/welwyn")
                .then()
                .statusCode(200);
        report(Tokens.member("canvasser", "broxbourne", seat), seat, 5)
                .then()
                .statusCode(403)
                .body("type", is("/problems/party-locked"));
    }

    @Test
    void theRunningWeeksCountsOfAMovedSeatCountForItsNewOwnerOnce() {
        String moving = "E14000917";
        found("selby", "Selby and Ainsty", YORKSHIRE, moving, "E14000920");
        found("brightside", "Sheffield Brightside", YORKSHIRE, "E14000921");
        String batch = report(Tokens.member("canvasser", "selby", moving), moving, 300)
                .then()
                .statusCode(201)
                .body("access.state", is("active"))
                .extract()
                .path("batchId");

        change("brightside", "Sheffield Brightside", YORKSHIRE, "takes it over", "E14000921", moving)
                .then()
                .statusCode(200);
        String newOwner = Tokens.member("canvasser", "brightside", moving);
        report(newOwner, moving, 200).then().statusCode(201).body("access.state", is("warned"));
        report(newOwner, moving, 1).then().statusCode(201).body("access.state", is("locked"));
        asHq().get("/v1/campaign/access/decisions?localParty=selby").then().body("items", empty());

        // What the old owner corrects lowers the count of the new one.
        post(
                        Tokens.nationalOrganiser(),
                        "/v1/campaign/seats/%s/contacts/%s/withdrawal".formatted(moving, batch),
                        "{\"reason\":\"counted twice\"}")
                .then()
                .statusCode(201);
        asHq().get("/v1/campaign/access/decisions?localParty=brightside&seat=" + moving)
                .then()
                .body("items.outcome", contains("restored", "locked", "warned"));

        // Back again, they count for those who have the seat then, and for nobody else.
        change("selby", "Selby and Ainsty", YORKSHIRE, "takes it back", moving, "E14000920")
                .then()
                .statusCode(200);
        report(Tokens.member("canvasser", "selby", moving), moving, 299)
                .then()
                .statusCode(201)
                .body("access.state", is("warned"))
                .body("access.contactsLeft", is(0));
        report(Tokens.member("canvasser", "selby", moving), moving, 1).then().body("access.state", is("locked"));
    }

    @Test
    void countsOfASeatThatWasFreedCountForTheLocalPartyThatIsFoundedThere() {
        String split = "E14000925";
        found("heeley", "Sheffield Heeley", YORKSHIRE, "E14000923", split);
        report(Tokens.member("canvasser", "heeley", split), split, 450).then().statusCode(201);
        change("heeley", "Sheffield Heeley", YORKSHIRE, "gives it up", "E14000923")
                .then()
                .statusCode(200);

        found("shipley", "Shipley", YORKSHIRE, split);

        report(Tokens.member("canvasser", "shipley", split), split, 51)
                .then()
                .statusCode(201)
                .body("access.state", is("locked"));
    }

    @Test
    void reportsThatWaitedForAMergerAreRefusedAndNameTheNewOwner() throws Exception {
        String seat = "E14000928";
        found("skipton", "Skipton and Ripon", YORKSHIRE, seat);
        found("thirsk", "Thirsk and Malton", YORKSHIRE, "E14000993");
        report(Tokens.member("canvasser", "skipton", seat), seat, 501).then().body("access.state", is("locked"));
        ExecutorService callers = Executors.newFixedThreadPool(12);
        try (Connection other = Campaign.appConnection()) {
            // Somebody else holds the place: the merger waits for it first, the reports behind it.
            other.setAutoCommit(false);
            LocalPartyDatabase.holdPlace(other, "skipton", seat);
            Future<Response> merger = callers.submit(() -> merge("skipton", "thirsk"));
            LocalPartyDatabase.awaitBlocked(1);
            List<Future<Response>> reports = IntStream.range(0, 10)
                    .mapToObj(n -> callers.submit(() -> report(Tokens.nationalOrganiser(), seat, 600)))
                    .toList();
            LocalPartyDatabase.awaitBlocked(11);
            other.rollback();

            merger.get().then().statusCode(200);
            for (Future<Response> report : reports) {
                report.get()
                        .then()
                        .statusCode(409)
                        .body("type", is("/problems/state-conflict"))
                        .body("owner", is("thirsk"));
            }
        } finally {
            callers.shutdownNow();
        }
        asHq().get("/v1/campaign/access/decisions?localParty=skipton")
                .then()
                .body("items.outcome", contains("restored", "locked"));
    }

    @Test
    void aMergerEndsTwinningsAndAMergedLocalPartyIsAskedForNothing() {
        found("suffolk-coastal", "Suffolk Coastal", EAST, "E14000981");
        found("south-suffolk", "South Suffolk", EAST, "E14000946");
        String twinning = twinning("suffolk-coastal");
        Response made = post(Tokens.nationalOrganiser(), "/v1/campaign/twinnings", twinning);
        made.then().statusCode(201);
        String id = made.path("twinning.twinningId");
        post(
                        Tokens.member("local-organiser", "suffolk-coastal", "E14000981"),
                        "/v1/campaign/twinnings/" + id + "/answers",
                        "{\"answer\":\"accepted\",\"reason\":\"gladly\"}")
                .then()
                .statusCode(200);
        assertThat(LocalPartyDatabase.desiredRoles("suffolk-coastal")).contains("twin:E14000995");

        merge("suffolk-coastal", "south-suffolk").then().statusCode(200);

        asHq().get("/v1/campaign/twinnings/" + id).then().body("history.status", hasItem("ended"));
        assertThat(LocalPartyDatabase.desiredRoles("suffolk-coastal")).isEmpty();
        assertThat(LocalPartyDatabase.tombstones("suffolk-coastal"))
                .containsExactlyInAnyOrder("E14000995", "E14000981");
        post(Tokens.nationalOrganiser(), "/v1/campaign/twinnings", twinning)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/donor"));
    }

    private static String twinning(String donor) {
        return "{\"donor\":\"%s\",\"target\":\"E14000995\",\"from\":\"2015-04-14\",\"until\":\"2015-05-07\",\"pledgedHours\":240,\"reason\":\"help is wanted\"}"
                .formatted(donor);
    }

    @Test
    void aMergerNeedsAnotherLocalPartyOfTheRegionThatIsOneOfItsOwn() {
        found("maldon-and-witham", "Witham", EAST, "E14001045");
        found("saffron-walden", "Saffron Walden", EAST, "E14000910");
        found("barking", "Barking", LONDON, "E14000540");
        for (String into : List.of("maldon-and-witham", "nobody-at-all", "barking")) {
            merge("maldon-and-witham", into).then().statusCode(422).body("errors.pointer", contains("/into"));
        }
        post(Tokens.nationalOrganiser(), PARTIES + "/maldon-and-witham/merger", "{\"into\":\"saffron-walden\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        merge("nobody-at-all", "barking").then().statusCode(404);

        merge("maldon-and-witham", "saffron-walden").then().statusCode(200);

        merge("maldon-and-witham", "saffron-walden").then().statusCode(409).body("mergedInto", is("saffron-walden"));
        merge("saffron-walden", "maldon-and-witham").then().statusCode(422);
        change("maldon-and-witham", "x", EAST, "x", "E14001045").then().statusCode(409);
        importCsv("maldon-and-witham,Witham,E12000006,E14001034")
                .then()
                .statusCode(409)
                .body("localParties", contains("maldon-and-witham"));
    }

    @Test
    void aListOfJsonIsTakenWholeOrNotAtAll() {
        String sound = stated("peterborough", "Peterborough", EAST, "E14000878");
        importJson("{\"localParties\":[%s,%s,%s]}"
                        .formatted(
                                sound,
                                stated("peterborough", "", EAST, "E14000878"),
                                stated("Cambridge", "Cambridge", LONDON, "E14000617")))
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/localParties/1/name",
                                "/localParties/1/localParty",
                                "/localParties/2/localParty",
                                "/localParties/2/seatCodes"))
                .body("errors.detail", hasItem("stands in /localParties/0 already"));
        asHq().get(PARTIES + "/peterborough").then().statusCode(404);

        importJson("{\"localParties\":[%s]}".formatted(sound))
                .then()
                .statusCode(201)
                .body("created", is(1))
                .body("unchanged", is(0));
        importJson("{\"localParties\":[%s]}".formatted(sound))
                .then()
                .statusCode(201)
                .body("unchanged", is(1));
        importJson("{\"localParties\":[%s]}".formatted(sound.replace("Peterborough", "Other")))
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"));
        importJson("{\"localParties\":[]}").then().statusCode(422).body("errors.pointer", contains("/localParties"));
        importJson("[]").then().statusCode(400);
    }

    @Test
    void anImportHasUpTo1000LocalParties() {
        importCsv(rows(1000)).then().statusCode(422).body("detail", containsString("faults; nothing was written"));
        importCsv(rows(1001)).then().statusCode(413).body("type", is("/problems/body-too-large"));
        importJson("{\"localParties\":[%s]}".formatted(items(1000)))
                .then()
                .statusCode(422)
                .body("detail", containsString("faults; nothing was written"));
        importJson("{\"localParties\":[%s]}".formatted(items(1001))).then().statusCode(413);
    }

    @Test
    void theExportIsAnImport() {
        post(
                        Tokens.nationalOrganiser(),
                        PARTIES,
                        founding("bedford-and-kempston", "=Bedford, \\\"Kempston\\\"", EAST, "E14000841", "E14000949"))
                .then()
                .statusCode(201);
        String csv = asHq().get(PARTIES + ".csv?name=kempston")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(2).first().isEqualTo("localParty,name,region,seatCodes");

        asHq().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body(csv)
                .post(PARTIES + "/imports")
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(1));
    }

    @Test
    void ofManyWhoWantTheSameSeatOneGetsIt() throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> wishes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(index -> () -> post(
                                    Tokens.nationalOrganiser(),
                                    PARTIES,
                                    founding("waveney-" + index, "Waveney", EAST, "E14001022"))
                            .statusCode())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(wishes)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
        } finally {
            people.shutdown();
        }
        asHq().get(PARTIES + "?seat=E14001022").then().body("items", hasSize(1));
    }

    @Test
    void theListIsFilteredAndCutToWhatOneMaySee() {
        found("harlow", "Harlow", EAST, "E14000729");
        found("hackney", "Hackney", LONDON, "E14000720", "E14000721");
        asHq().get(PARTIES + "?name=HARL").then().body("items.localParty", contains("harlow"));
        asHq().get(PARTIES + "?seat=E14000721").then().body("items.localParty", contains("hackney"));
        asHq().get(PARTIES + "?seat=harlow").then().statusCode(400).body("parameter", is("seat"));
        asHq().get(PARTIES + "?region=" + LONDON + "&limit=200")
                .then()
                .body("items.localParty", allOf(hasItem("hackney"), not(hasItem("harlow"))));
        String organiser = Tokens.of("east-organiser")
                .role("regional-organiser")
                .region(EAST)
                .sign();
        as(organiser).get(PARTIES + "?limit=200").then().body("items.region", everyItem(is(EAST)));
        assertThat(as(organiser).get(PARTIES + ".csv").asString())
                .contains("harlow")
                .doesNotContain("hackney");
        as(organiser).get(PARTIES + "/hackney/history").then().statusCode(403);
        as(organiser).get(PARTIES + "/nobody-at-all/history").then().statusCode(404);
    }

    @Test
    void onlyHeadquartersChangesLocalParties() {
        found("romford-east", "Hornchurch", LONDON, "E14000751");
        for (String token : List.of(
                Tokens.member("local-organiser", "romford-east", "E14000751"),
                Tokens.of("london-organiser")
                        .role("regional-organiser")
                        .region(LONDON)
                        .sign(),
                Tokens.of("auditor").role("auditor").sign())) {
            post(token, PARTIES, founding("mine", "Mine", LONDON, "E14000751"))
                    .then()
                    .statusCode(403);
            post(token, PARTIES + "/romford-east/merger", "{\"into\":\"x\",\"reason\":\"x\"}")
                    .then()
                    .statusCode(403);
            as(token)
                    .header("If-Match", "\"x\"")
                    .contentType("application/json")
                    .body(order("Mine", LONDON, "x", "E14000751"))
                    .put(PARTIES + "/romford-east")
                    .then()
                    .statusCode(403);
            as(token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body("{\"localParties\":[]}")
                    .post(PARTIES + "/imports.json")
                    .then()
                    .statusCode(403);
        }
    }

    private static void awaitPending(String localParty) {
        await(
                "asked for a role sync",
                () -> asHq().get("/v1/campaign/role-sync").asString().contains("\"" + localParty + "\""));
    }

    private static String seatCodes(String... seats) {
        return Stream.of(seats).map(seat -> "\"" + seat + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String stated(String id, String name, String region, String... seats) {
        return "{\"localParty\":\"%s\",\"name\":\"%s\",\"region\":\"%s\",\"seatCodes\":%s}"
                .formatted(id, name, region, seatCodes(seats));
    }

    private static String founding(String id, String name, String region, String... seats) {
        return stated(id, name, region, seats).replaceFirst("}$", ",\"reason\":\"needed\"}");
    }

    private static String order(String name, String region, String reason, String... seats) {
        return "{\"name\":\"%s\",\"region\":\"%s\",\"seatCodes\":%s,\"reason\":\"%s\"}"
                .formatted(name, region, seatCodes(seats), reason);
    }

    /** Each with one fault: a name that is empty. */
    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj("party-%d,,E12000006,E14000590"::formatted)
                .collect(Collectors.joining("\n"));
    }

    private static String items(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> stated("party-" + index, "", EAST, "E14000590"))
                .collect(Collectors.joining(","));
    }

    private static String etag(String localParty) {
        return asHq().get(PARTIES + "/" + localParty).header("ETag");
    }

    private static Response change(String localParty, String name, String region, String reason, String... seats) {
        return put(localParty, etag(localParty), order(name, region, reason, seats));
    }

    private static Response put(String localParty, String ifMatch, String body) {
        return asHq().header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(PARTIES + "/" + localParty);
    }

    private static Response merge(String from, String into) {
        return post(
                Tokens.nationalOrganiser(),
                PARTIES + "/" + from + "/merger",
                "{\"into\":\"%s\",\"reason\":\"too few members\"}".formatted(into));
    }

    private static Response importJson(String body) {
        return post(Tokens.nationalOrganiser(), PARTIES + "/imports.json", body);
    }

    private static Response importCsv(String rows) {
        return asHq().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv")
                .body("localParty,name,region,seatCodes\n" + rows + "\n")
                .post(PARTIES + "/imports");
    }
}
