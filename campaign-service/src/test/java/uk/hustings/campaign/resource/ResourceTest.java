package uk.hustings.campaign.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** Statements of resources: who may make them, what counts, and what is kept. */
@QuarkusTest
class ResourceTest {

    private static final String HQ = Tokens.nationalOrganiser();
    private static final String BATTERSEA = "E14000549";
    private static final String BETHNAL_GREEN = "E14000555";
    private static final String BEXLEYHEATH = "E14000558";
    private static final String BRENTFORD = "E14000593";
    private static final String ARUNDEL = "E14000534";

    private static boolean founded;

    @BeforeEach
    void foundLocalParties() {
        if (!founded) {
            Campaign.found("battersea", "Battersea", Resources.LONDON, BATTERSEA);
            Campaign.found("bermondsey", "Bermondsey and Old Southwark", Resources.LONDON, "E14000553");
            Campaign.found("bethnal-green", "Bethnal Green and Bow", Resources.LONDON, BETHNAL_GREEN);
            Campaign.found("bexleyheath", "Bexleyheath and Crayford", Resources.LONDON, BEXLEYHEATH);
            Campaign.found("brent-central", "Brent Central", Resources.LONDON, "E14000591");
            Campaign.found("brentford", "Brentford and Isleworth", Resources.LONDON, BRENTFORD);
            Campaign.found("arundel", "Arundel and South Downs", Resources.SOUTH_EAST, ARUNDEL);
            founded = true;
        }
    }

    @Test
    void inAWeekThePledgeCountsAndTheOthersStandBesideIt() {
        stated("battersea", "estimated", "doorstep-hours", "2015-W16", "96.5");
        String week = "?holder=battersea&kind=doorstep-hours&from=2015-04-14&until=2015-04-14";
        Resources.list(HQ, week)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].holderKind", is("local-party"))
                .body("items[0].holderName", is("Battersea"))
                .body("items[0].region", is(Resources.LONDON))
                .body("items[0].unit", is("hours"))
                .body("items[0].week", is("2015-W16"))
                .body("items[0].amount", is(Float.valueOf("96.5")))
                .body("items[0].basis", is("estimated"));

        Campaign.post(Resources.organiser("battersea", BATTERSEA), "/v1/campaign/seats/" + BATTERSEA + "/contacts", """
                        {"counts":[{"day":"2015-04-13","channel":"doorstep","contacts":500},
                                   {"day":"2015-04-14","channel":"leaflet","contacts":1200},
                                   {"day":"2015-04-14","channel":"phone","contacts":140}]}
                        """)
                .then()
                .statusCode(201);
        Resources.list(HQ, week)
                .then()
                .body("items[0].amount", is(Float.valueOf("60.0")))
                .body("items[0].basis", is("measured"))
                .body("items[0].known.basis", contains("measured", "estimated"));
        Resources.list(HQ, "?holder=battersea&basis=measured&from=2015-04-14&until=2015-04-14")
                .then()
                .body("items.kind", contains("doorstep-hours", "phone-hours", "leaflets"))
                .body("items[1].amount", is(Float.valueOf("14.0")))
                .body("items[2].amount", is(1200));

        stated("battersea", "pledged", "doorstep-hours", "2015-W16", "120");
        Resources.list(HQ, week)
                .then()
                .body("items[0].amount", is(Float.valueOf("120.0")))
                .body("items[0].basis", is("pledged"))
                .body("items[0].known.basis", contains("pledged", "measured", "estimated"))
                .body("items[0].known.source", contains("Committee of 13 April", null, "Committee of 13 April"))
                .body("items[0].known.edition", contains(1, null, 1))
                .body("items[0].known.author", contains("hq", null, "hq"));
        Resources.list(HQ, week + "&basis=measured").then().body("items", empty());
    }

    @Test
    void everyEditionIsKeptWithItsReason() {
        String organiser = Resources.organiser("bermondsey", "E14000553");
        Resources.state(organiser, "bermondsey", "pledged", "leaflets", "2015-W17", "5000")
                .then()
                .statusCode(201)
                .body("created", is(1))
                .body("statements[0].edition", is(1))
                .body("statements[0].change", is("stated"));
        Resources.state(organiser, "bermondsey", "pledged", "leaflets", "2015-W17", "5000.00")
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(1));

        Resources.state(organiser, "bermondsey", "pledged", "leaflets", "2015-W17", "4000")
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.pointer", contains("/amounts/0/replaces"))
                .body("errors[0].detail", containsString("edition 1"));
        Resources.correct(organiser, "bermondsey", "pledged", "leaflets", "4000", 2)
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"))
                .body("errors[0].detail", is("the current edition is 1"));
        Response corrected = Resources.correct(organiser, "bermondsey", "pledged", "leaflets", "4000", 1);
        corrected
                .then()
                .statusCode(201)
                .body("statements[0].edition", is(2))
                .body("statements[0].change", is("corrected"));

        String first = Resources.history(HQ, "?holder=bermondsey&kind=leaflets").path("items[1].statementId");
        Resources.withdraw(organiser, first).then().statusCode(409).body("type", is("/problems/state-conflict"));
        String current = corrected.path("statements[0].statementId");
        Resources.withdraw(organiser, current)
                .then()
                .statusCode(201)
                .body("edition", is(3))
                .body("amount", nullValue())
                .body("reason", is("Needed at home"));
        Resources.withdraw(organiser, current).then().statusCode(409);
        Resources.withdraw(organiser, UUID.randomUUID().toString()).then().statusCode(404);
        Resources.list(HQ, "?holder=bermondsey&kind=leaflets").then().body("items", empty());

        Resources.state(organiser, "bermondsey", "pledged", "leaflets", "2015-W17", "3000")
                .then()
                .statusCode(201)
                .body("statements[0].edition", is(4));
        Resources.history(organiser, "?holder=bermondsey&kind=leaflets&week=2015-W17&basis=pledged")
                .then()
                .body("items.edition", contains(4, 3, 2, 1))
                .body("items.change", contains("stated", "withdrawn", "corrected", "stated"))
                .body("items.reason", contains(null, "Needed at home", "Counted again", null))
                .body("items[0].author", is("local-organiser-of-bermondsey"));
        String next = Resources.history(HQ, "?holder=bermondsey&limit=3").path("next");
        Resources.history(HQ, "?holder=bermondsey&limit=3&cursor=" + next)
                .then()
                .body("items.edition", contains(1))
                .body("next", nullValue());
    }

    @Test
    void ofTwoStatementsAtOnceOneCounts() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (String kind : List.of("doorstep-hours", "phone-hours", "money")) {
                List<Callable<Integer>> statements = List.of(
                        () -> Resources.state(HQ, "brent-central", "pledged", kind, "2015-W17", "10")
                                .statusCode(),
                        () -> Resources.state(HQ, "brent-central", "pledged", kind, "2015-W17", "20")
                                .statusCode());
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : people.invokeAll(statements)) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            }
        } finally {
            people.shutdown();
        }
        Resources.history(HQ, "?holder=brent-central").then().body("items.edition", contains(1, 1, 1));
    }

    @Test
    void localOrganisersSeeAndStateTheirOwnAndRegionsTheirs() {
        String own = Resources.organiser("bexleyheath", BEXLEYHEATH);
        String london = Resources.regional(Resources.LONDON);
        String southEast = Resources.regional(Resources.SOUTH_EAST);
        Resources.state(own, "bexleyheath", "pledged", "phone-hours", "2015-W17", "10")
                .then()
                .statusCode(201);
        Resources.state(own, "brentford", "pledged", "phone-hours", "2015-W17", "10")
                .then()
                .statusCode(403)
                .body("type", is("/problems/seat-out-of-reach"));
        Resources.state(london, "brentford", "pledged", "phone-hours", "2015-W17", "20")
                .then()
                .statusCode(201);
        Resources.state(southEast, "brentford", "pledged", "phone-hours", "2015-W17", "20")
                .then()
                .statusCode(403);
        String regionHeld = region(Resources.LONDON, "organisers", "2015-W17", "3");
        Campaign.post(own, Resources.ROOT, regionHeld).then().statusCode(403);
        Campaign.post(southEast, Resources.ROOT, regionHeld).then().statusCode(403);
        Campaign.post(london, Resources.ROOT, regionHeld).then().statusCode(201);
        String national = Resources.order("national", null, "pledged", "leader-visits", "2015-W17", "4", null, null);
        Campaign.post(london, Resources.ROOT, national).then().statusCode(403);
        Campaign.post(HQ, Resources.ROOT, national).then().statusCode(201);
        Campaign.post(Resources.with("analyst"), Resources.ROOT, national)
                .then()
                .statusCode(403);

        String weeks = "?from=2015-04-20&until=2015-04-20&limit=200";
        Resources.list(own, weeks).then().body("items.holder", contains("bexleyheath"));
        Resources.list(own, weeks + "&holder=brentford").then().statusCode(200).body("items", empty());
        assertThat(Resources.list(london, weeks).<List<String>>path("items.region"))
                .contains(Resources.LONDON)
                .containsOnly(Resources.LONDON);
        Resources.list(london, weeks)
                .then()
                .body("items.holder", hasItem("brentford"))
                .body("items.holderKind", hasItem("region"))
                .body("items.holderKind", not(hasItem("national")));
        Resources.list(southEast, weeks).then().body("items.holder", not(hasItem("brentford")));
        for (String reader : List.of(HQ, Resources.with("analyst"), Resources.with("auditor"))) {
            Resources.list(reader, weeks + "&holderKind=national&kind=leader-visits")
                    .then()
                    .body("items.amount", contains(4))
                    .body("items[0].holder", nullValue())
                    .body("items[0].region", nullValue());
            Resources.list(reader, weeks + "&region=" + Resources.LONDON + "&kind=organisers")
                    .then()
                    .body("items.holder", contains(Resources.LONDON));
        }
        String canvasser = Tokens.member("canvasser", "bexleyheath", BEXLEYHEATH);
        Resources.list(canvasser, weeks).then().statusCode(403);
        Resources.state(canvasser, "bexleyheath", "pledged", "money", "2015-W17", "1")
                .then()
                .statusCode(403);

        String ofBrentford = Resources.history(HQ, "?holder=brentford").path("items[0].statementId");
        Resources.withdraw(own, ofBrentford).then().statusCode(404);
        Resources.history(own, "?holder=brentford").then().body("items", empty());
        Resources.history(own, "").then().body("items.holder", contains("bexleyheath"));
    }

    @Test
    void aMergedLocalPartyStatesNothingAnyMore() {
        Campaign.found("brighton-kemptown", "Brighton Kemptown", Resources.SOUTH_EAST, "E14000597");
        Campaign.found("bracknell", "Bracknell", Resources.SOUTH_EAST, "E14000586");
        String id = stated("bracknell", "pledged", "money", "2015-W17", "1").path("statements[0].statementId");
        Campaign.post(
                        HQ,
                        "/v1/campaign/local-parties/bracknell/merger",
                        "{\"into\":\"brighton-kemptown\",\"reason\":\"The members voted for it\"}")
                .then()
                .statusCode(200);
        refused(
                "/holder",
                Resources.order("local-party", "bracknell", "pledged", "money", "2015-W18", "1", null, null));
        Resources.withdraw(HQ, id).then().statusCode(409).body("localParty", is("bracknell"));
        Resources.history(Resources.regional(Resources.SOUTH_EAST), "?holder=bracknell")
                .then()
                .body("items.amount", contains(1.0f));
    }

    @Test
    void resourcesAreSortedFilteredAndPaged() {
        String csv = "holderKind,holder,kind,week,basis,amount,source\n"
                + IntStream.rangeClosed(30, 36)
                        .mapToObj(week -> "local-party,bethnal-green,money,2015-W%d,pledged,%d,Budget\n"
                                .formatted(week, (week * 7) % 5))
                        .collect(Collectors.joining());
        Resources.importCsv(HQ, csv).then().statusCode(201).body("created", is(7));
        String of = "?holder=bethnal-green&kind=money&from=2015-07-20&until=2015-09-06";

        Resources.list(HQ, of + "&sort=-week&limit=2").then().body("items.week", contains("2015-W36", "2015-W35"));
        Resources.list(HQ, of + "&sort=amount")
                .then()
                .body("items.amount", contains(0.0f, 0.0f, 1.0f, 2.0f, 2.0f, 3.0f, 4.0f))
                .body("items[0].week", is("2015-W30"))
                .body("items[1].week", is("2015-W35"));
        List<String> weeks = new ArrayList<>();
        String cursor = "";
        do {
            Response page = Resources.list(HQ, of + "&limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            weeks.addAll(page.path("items.week"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(weeks).hasSize(7).isSorted().doesNotHaveDuplicates();
        String first = Resources.list(HQ, of + "&limit=3").path("next");
        Resources.list(HQ, of + "&sort=week&limit=3&cursor=" + first).then().statusCode(400);

        for (String wrong : List.of(
                "kind=hours", "basis=guessed", "sort=price", "holderKind=branch", "from=2015-W17", "limit=201")) {
            Resources.list(HQ, "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("parameter", is(wrong.substring(0, wrong.indexOf('='))));
        }
        Resources.history(HQ, "?week=2015-W54").then().statusCode(400).body("parameter", is("week"));
        Resources.history(HQ, "?basis=measured").then().statusCode(400).body("parameter", is("basis"));
    }

    @Test
    void aYearOfWeeksIsShownAndNoMore() {
        Resources.list(HQ, "?holder=nobody&from=2014-01-06&until=2015-01-11")
                .then()
                .statusCode(200);
        Resources.list(HQ, "?holder=nobody&from=2014-01-06&until=2015-01-12")
                .then()
                .statusCode(400)
                .body("parameter", is("until"));
        Resources.list(HQ, "?until=2015-04-12&from=2015-04-13").then().statusCode(400);
    }

    @Test
    void everyFaultIsNamedAndNothingIsWritten() {
        refused("/amounts/0/amount", arundel("money", "2015-W17", "-0.01"));
        refused("/amounts/0/amount", arundel("money", "2015-W17", "20000000.01"));
        refused("/amounts/0/amount", arundel("organisers", "2015-W17", "1.5"));
        refused("/amounts/0/amount", arundel("doorstep-hours", "2015-W17", "1.001"));
        refused("/amounts/0/kind", arundel("hours", "2015-W17", "1"));
        refused("/amounts/0/kind", arundel("leader-visits", "2015-W17", "1"));
        refused("/amounts/0/week", arundel("money", "2015-W54", "1"));
        refused("/amounts/0/week", arundel("money", "1999-W52", "1"));
        // The running week is 2015-W16.
        refused("/amounts/0/week", arundel("money", "2017-W16", "1"));
        refused("/basis", Resources.order("local-party", "arundel", "measured", "money", "2015-W17", "1", null, null));
        refused("/holderKind", Resources.order("branch", "arundel", "pledged", "money", "2015-W17", "1", null, null));
        refused("/holder", Resources.order("local-party", "nobody", "pledged", "money", "2015-W17", "1", null, null));
        refused("/holder", Resources.order("national", "arundel", "pledged", "money", "2015-W17", "1", null, null));
        refused("/holder", Resources.order("region", "E12000099", "pledged", "money", "2015-W17", "1", null, null));
        refused("/reason", Resources.order("local-party", "arundel", "pledged", "money", "2015-W17", "1", 1, null));
        refused("/source", arundel("money", "2015-W17", "1").replace("Committee of 13 April", " "));
        refused("/source", arundel("money", "2015-W17", "1").replace("Committee of 13 April", "x".repeat(501)));
        refused("/source", arundel("money", "2015-W17", "1").replace("Committee of 13 April", "a\\u0000b"));
        refused(
                "/amounts/1/week",
                arundel("money", "2015-W17", "1")
                        .replace("}]", "},{\"kind\":\"money\",\"week\":\"2015-W17\",\"amount\":2}]"));
        refused("/amounts", many(501));
        Campaign.post(HQ, Resources.ROOT, arundel("money", "2015-W17", "NaN"))
                .then()
                .statusCode(400);
        Resources.history(HQ, "?holder=arundel").then().body("items", empty());

        Campaign.post(HQ, Resources.ROOT, many(500)).then().statusCode(201).body("created", is(500));
        for (String order : List.of(
                arundel("money", "2015-W17", "20000000"),
                arundel("phone-hours", "2000-W01", "0"),
                arundel("money", "2017-W15", "0.01"),
                arundel("direct-mail", "2015-W17", "1").replace("Committee of 13 April", "x".repeat(500)))) {
            Campaign.post(HQ, Resources.ROOT, order).then().statusCode(201).body("created", is(1));
        }
    }

    private static Response stated(String localParty, String basis, String kind, String week, String amount) {
        Response answer = Resources.state(HQ, localParty, basis, kind, week, amount);
        answer.then().statusCode(201).body("created", is(1));
        return answer;
    }

    private static void refused(String pointer, String order) {
        Campaign.post(HQ, Resources.ROOT, order)
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.pointer", contains(pointer));
    }

    private static String region(String region, String kind, String week, String amount) {
        return Resources.order("region", region, "pledged", kind, week, amount, null, null);
    }

    private static String arundel(String kind, String week, String amount) {
        return Resources.order("local-party", "arundel", "pledged", kind, week, amount, null, null);
    }

    /** Amounts of the local party from 2001 on, each of a week and kind of its own. */
    private static String many(int amounts) {
        return """
                {"holderKind":"local-party","holder":"arundel","basis":"estimated","source":"Old books","amounts":[%s]}
                """.formatted(IntStream.range(0, amounts)
                .mapToObj(n ->
                        "{\"kind\":\"money\",\"week\":\"%d-W%02d\",\"amount\":1}".formatted(2001 + n / 50, 1 + n % 50))
                .collect(Collectors.joining(",")));
    }
}
