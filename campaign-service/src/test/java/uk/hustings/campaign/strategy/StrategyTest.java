package uk.hustings.campaign.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.awaitReady;
import static uk.hustings.campaign.Campaign.found;
import static uk.hustings.campaign.Campaign.post;
import static uk.hustings.campaign.Campaign.report;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.SeatsUpstream;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

@QuarkusTest
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "campaign"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = SeatsUpstream.class, restrictToAnnotatedClass = false)
class StrategyTest {

    private static final String SEATS = "/v1/campaign/strategy/seats/";
    private static final String CHANGES = "/v1/campaign/strategy/changes";
    private static final String PREVIEW = CHANGES + "/preview";

    @Inject
    Strategy strategy;

    @Inject
    Mutiny.SessionFactory sessions;

    @BeforeEach
    void seatsAreKnown() {
        awaitReady();
    }

    @Test
    void aSeatIsClassedByHandWithAuthorAndReasonAndGivenBackToTheRule() {
        String wimbledon = "E14001040";
        classify(wimbledon, "key", "A by-election is near")
                .then()
                .statusCode(200)
                .body("battlegroundClass", is("key"))
                .body("classedBy", is("hand"))
                .body("classByRule", is("non-battleground"))
                .body("classAuthor", is("hq"))
                .body("classReason", is("A by-election is near"))
                .body("classedAt", startsWith("2015-04-14T1"));
        asHq().get("/v1/campaign/strategy/seats?classedBy=hand&region=E12000007&limit=200")
                .then()
                .body("items.seatCode", hasItem(wimbledon));

        classify(wimbledon, "rule", "It was called off")
                .then()
                .statusCode(200)
                .body("battlegroundClass", is("non-battleground"))
                .body("classedBy", is("rule"))
                .body("classAuthor", nullValue());

        asHq().get(SEATS + wimbledon + "/history")
                .then()
                .statusCode(200)
                .body("items.fromClass", contains("key", "non-battleground"))
                .body("items.toClass", contains("non-battleground", "key"))
                .body("items.classedBy", contains("rule", "hand"))
                .body("items.author", contains("hq", "hq"))
                .body("items.reason", contains("It was called off", "A by-election is near"))
                .body("items[0].number", nullValue());
        String next = asHq().get(SEATS + wimbledon + "/history?limit=1").path("next");
        asHq().get(SEATS + wimbledon + "/history?limit=1&cursor=" + next)
                .then()
                .body("items.toClass", contains("key"))
                .body("next", nullValue());
    }

    @Test
    void whatStandsSoAlreadyIsLeftAsItIs() {
        String putney = "E14000887";
        classify(putney, "rule", "It is so").then().statusCode(200);
        asHq().get(SEATS + putney + "/history").then().body("items", empty());
        classify(putney, "key", "First").then().statusCode(200);
        classify(putney, "key", "Second").then().statusCode(200).body("classReason", is("First"));
        asHq().get(SEATS + putney + "/history").then().body("items", hasSize(1));
    }

    @Test
    void whoChangesASeatHasSeenItsPresentState() {
        String romford = "E14000900";
        String seen = etag(romford);
        String order = "{\"battlegroundClass\":\"battleground\",\"reason\":\"Seen\"}";

        asHq().contentType("application/json")
                .body(order)
                .put(SEATS + romford + "/class")
                .then()
                .statusCode(428);
        classify(romford, "key", "Somebody was faster").then().statusCode(200);
        asHq().contentType("application/json")
                .header("If-Match", seen)
                .body(order)
                .put(SEATS + romford + "/class")
                .then()
                .statusCode(412);
        asHq().get(SEATS + romford).then().body("battlegroundClass", is("key"));
    }

    @Test
    void faultsOfAClassAreNamed() {
        String beckenham = "E14000551";
        classify(beckenham, "marginal", "x")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/battlegroundClass"));
        classify(beckenham, "key", " ").then().statusCode(422).body("errors.pointer", contains("/reason"));
        classify(beckenham, "key", "r".repeat(1001)).then().statusCode(422).body("errors.pointer", contains("/reason"));
        classify(beckenham, "key", "nul\\u0000").then().statusCode(422).body("errors.pointer", contains("/reason"));
        classify(beckenham, "key", "r".repeat(1000)).then().statusCode(200);
        asHq().header("If-Match", "\"x\"")
                .contentType("application/json")
                .body("{\"battlegroundClass\":\"key\",\"reason\":\"x\"}")
                .put(SEATS + "E14999999/class")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyHeadquartersClasses() {
        for (String token : List.of(
                Tokens.member("local-organiser", "orpington", "E14000872"),
                london(),
                Tokens.of("analyst").role("analyst").sign(),
                Tokens.of("auditor").role("auditor").sign())) {
            as(token)
                    .header("If-Match", "\"x\"")
                    .contentType("application/json")
                    .body("{\"battlegroundClass\":\"key\",\"reason\":\"x\"}")
                    .put(SEATS + "E14000872/class")
                    .then()
                    .statusCode(403);
            post(token, PREVIEW, bulk("E14000872", "key")).then().statusCode(403);
            post(token, CHANGES, bulk("E14000872", "key")).then().statusCode(403);
        }
        as(Tokens.member("local-organiser", "orpington", "E14000872"))
                .get(SEATS + "E14000872/history")
                .then()
                .statusCode(200);
        as(Tokens.member("local-organiser", "orpington", "E14000872"))
                .get(SEATS + "E14000869/history")
                .then()
                .statusCode(403);
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndWritesNothing() {
        String body = "{\"seats\":[%s,%s,%s],\"reason\":\"x\"}"
                .formatted(
                        seat("E14000604", "battleground"),
                        seat("E14000615", "non-battleground"),
                        seat("E14000656", "rule"));

        post(Tokens.nationalOrganiser(), PREVIEW, body)
                .then()
                .statusCode(200)
                .body("edition", notNullValue())
                .body("seats.seatCode", contains("E14000604", "E14000615"))
                .body("seats.name", contains("Bromley and Chislehurst", "Camberwell and Peckham"))
                .body("seats.fromClass", contains("non-battleground", "non-battleground"))
                .body("seats.toClass", contains("battleground", "non-battleground"))
                .body("seats.toClassedBy", contains("hand", "hand"))
                .body("effects.seatCode", contains("E14000604"))
                .body("effects.effect", contains("limit-ends"));
        asHq().get(SEATS + "E14000604").then().body("classedBy", is("rule"));
    }

    @Test
    void aPreviewNamesTheLocksThatItTouches() {
        found("brent-north", "Brent North", "E12000007", "E14000592");
        report(Tokens.member("canvasser", "brent-north", "E14000592"), "E14000592", 501)
                .then()
                .statusCode(201)
                .body("access.state", is("locked"));

        post(Tokens.nationalOrganiser(), PREVIEW, bulk("E14000592", "defensive"))
                .then()
                .statusCode(200)
                .body("effects.find { it.localParty == 'brent-north' }.effect", is("lock-loses-ground"));
    }

    @Test
    void manySeatsChangeTogetherOrNotAtAll() {
        String faulty = "{\"seats\":[%s,%s,%s],\"reason\":\"x\"}"
                .formatted(seat("E14000634", "key"), seat("E14999999", "key"), seat("E14000634", "battleground"));
        post(Tokens.nationalOrganiser(), CHANGES, faulty)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seats/1/seatCode", "/seats/2/seatCode"));
        asHq().get(SEATS + "E14000634").then().body("classedBy", is("rule"));

        String sound = "{\"seats\":[%s,%s],\"reason\":\"Together\"}"
                .formatted(seat("E14000634", "key"), seat("E14000636", "battleground"));
        String change = post(Tokens.nationalOrganiser(), CHANGES, sound)
                .then()
                .statusCode(201)
                .body("seats.toClass", contains("key", "battleground"))
                .extract()
                .path("changeId");
        for (String seat : List.of("E14000634", "E14000636")) {
            asHq().get(SEATS + seat + "/history").then().body("items.changeId", contains(change));
        }
        post(Tokens.nationalOrganiser(), CHANGES, sound)
                .then()
                .statusCode(201)
                .body("changeId", nullValue())
                .body("seats", empty());
    }

    @Test
    void aChangeOfAnOldEditionIsRefused() {
        Integer edition = post(Tokens.nationalOrganiser(), PREVIEW, bulk("E14000639", "key"))
                .path("edition");
        post(Tokens.nationalOrganiser(), CHANGES, bulk("E14000629", "key"))
                .then()
                .statusCode(201);
        String body = bulk("E14000639", "key").replace("\"reason\"", "\"edition\":%d,\"reason\"".formatted(edition));

        post(Tokens.nationalOrganiser(), CHANGES, body)
                .then()
                .statusCode(409)
                .body("type", is("/problems/state-conflict"));
        asHq().get(SEATS + "E14000639").then().body("classedBy", is("rule"));
    }

    @Test
    void aChangeNamesSeatsOrARuleAndUpTo650Seats() {
        String both = bulk("E14000639", "key").replace("\"reason\"", rule(50, 106) + ",\"reason\"");
        post(Tokens.nationalOrganiser(), PREVIEW, both)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seats"));
        post(Tokens.nationalOrganiser(), PREVIEW, "{\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seats"));
        post(Tokens.nationalOrganiser(), PREVIEW, "{\"seats\":[],\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seats"));

        List<String> all = allSeats();
        assertThat(all).hasSize(650);
        post(Tokens.nationalOrganiser(), PREVIEW, bulk(all))
                .then()
                .statusCode(200)
                .body("classes.after", hasItem(650));
        all.add(all.get(0));
        post(Tokens.nationalOrganiser(), PREVIEW, bulk(all))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seats"));
    }

    @Test
    void theRuleIsDataWithVersionsAndSeatsByHandDoNotFollowIt() {
        post(Tokens.nationalOrganiser(), PREVIEW, "{%s,\"reason\":\"x\"}".formatted(rule(56, 108)))
                .then()
                .statusCode(200)
                .body("seats.seatCode", hasItems("E14000731", "E14000674", "E14000617"));
        post(Tokens.nationalOrganiser(), PREVIEW, "{%s,\"reason\":\"x\"}".formatted(rule(60, 59)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rule/battlegroundRank"));
        post(Tokens.nationalOrganiser(), PREVIEW, "{%s,\"reason\":\"x\"}".formatted(rule(0, 651)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rule/battlegroundRank"));

        String cambridge = "E14000617";
        post(Tokens.nationalOrganiser(), CHANGES, "{%s,\"reason\":\"Two more\"}".formatted(rule(50, 108)))
                .then()
                .statusCode(201)
                .body("seats.seatCode", hasItem(cambridge));
        try {
            asHq().get(SEATS + cambridge)
                    .then()
                    .body("battlegroundClass", is("battleground"))
                    .body("classedBy", is("rule"));
            asHq().get("/v1/campaign/strategy/rules")
                    .then()
                    .statusCode(200)
                    .body("items[0].battlegroundRank", is(108))
                    .body("items[0].author", is("hq"))
                    .body("items[0].reason", is("Two more"))
                    .body("items[-1].version", is(1))
                    .body("items[-1].battlegroundRank", is(106))
                    .body("items[-1].author", is("founding rule"));
        } finally {
            post(Tokens.nationalOrganiser(), CHANGES, "{%s,\"reason\":\"As before\"}".formatted(rule(50, 106)))
                    .then()
                    .statusCode(201);
        }
        asHq().get(SEATS + cambridge + "/history")
                .then()
                .body("items.toClass", contains("non-battleground", "battleground"))
                .body("items.classedBy", everyItem(is("rule")));
    }

    @Test
    void aSeatThatIsBattlegroundFromNowOnLocksNobodyMore() {
        found("edmonton", "Edmonton", "E12000007", "E14000687");
        String canvasser = Tokens.member("canvasser", "edmonton", "E14000687");
        report(canvasser, "E14000687", 400).then().statusCode(201).body("access.state", is("warned"));

        classify("E14000687", "battleground", "It is closer than we thought")
                .then()
                .statusCode(200);

        report(canvasser, "E14000687", 400).then().statusCode(201).body("access.state", is("active"));
    }

    @Test
    void aTransactionSeesAtOnceWhatAnotherReplicaCommitted() throws Throwable {
        SeatCode twickenham = SeatCode.fromString("E14001005");
        // Another replica whose news has not come yet.
        try (Connection replica = Campaign.appConnection()) {
            replica.createStatement().execute("""
                    insert into class_change (change_id, seat_code, from_class, to_class, by_hand, rule_version, author,
                                              reason, decided_at)
                    values (gen_random_uuid(), 'E14001005', 'non-battleground', 'key', true, 1, 'hq', 'x', now());
                    update strategy_edition set number = number + 1
                    """);
        }

        BattlegroundClass seen = VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(
                session -> strategy.classes(session).map(classes -> classes.apply(twickenham))));

        assertThat(seen).isEqualTo(BattlegroundClass.KEY);
    }

    @Test
    void manyWhoClassTheSameSeatTakeTurnsAndOnlyOneSawItsPresentState() throws Exception {
        String seat = "E14000770";
        String seen = etag(seat);
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> wishes = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(index -> () -> asHq().header("If-Match", seen)
                            .contentType("application/json")
                            .body("{\"battlegroundClass\":\"key\",\"reason\":\"%d\"}".formatted(index))
                            .put(SEATS + seat + "/class")
                            .statusCode())
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(wishes)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        } finally {
            people.shutdown();
        }
        asHq().get(SEATS + seat + "/history").then().body("items", hasSize(1));
    }

    @Test
    void reportsAndChangesOfTheClassDoNotWaitForEachOtherInARing() throws Exception {
        found("mitcham", "Mitcham and Morden", "E12000007", "E14000823");
        String canvasser = Tokens.member("canvasser", "mitcham", "E14000823");
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> work = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(index -> () -> index % 4 == 0
                            ? post(
                                            Tokens.nationalOrganiser(),
                                            CHANGES,
                                            bulk("E14000823", index % 8 == 0 ? "key" : "battleground"))
                                    .statusCode()
                            : report(canvasser, "E14000823", 1).statusCode())
                    .toList();
            for (Future<Integer> answer : people.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        } finally {
            people.shutdown();
        }
        asHq().get("/v1/campaign/seats/E14000823/contacts").then().body("items[0].byChannel.doorstep", is(30));
    }

    @Test
    void theListIsSortedFilteredAndExported() {
        asHq().get("/v1/campaign/strategy/seats?region=E12000006&sort=majority&limit=3")
                .then()
                .statusCode(200)
                .body("items.name", contains("Thurrock", "Norwich South", "Waveney"));
        asHq().get("/v1/campaign/strategy/seats?region=E12000006&sort=-majority&limit=1")
                .then()
                .body("items.name", contains("Rayleigh and Wickford"));
        asHq().get("/v1/campaign/strategy/seats?region=E12000006&sort=name&limit=2")
                .then()
                .body("items.name", contains("Basildon and Billericay", "Bedford"));
        asHq().get("/v1/campaign/strategy/seats?sort=age")
                .then()
                .statusCode(400)
                .body("parameter", is("sort"));
        asHq().get("/v1/campaign/strategy/seats?classedBy=policy")
                .then()
                .statusCode(400)
                .body("parameter", is("classedBy"));

        String csv = as(london())
                .get("/v1/campaign/strategy/seats.csv?sort=name")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("seatCode,name,regionCode,battlegroundClass,classedBy,classByRule"))
                .body(containsString("E14000741,Hendon,E12000007,key,rule,key,,,,3,con,"))
                .body(not(containsString("E12000006")))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(74);
    }

    static String london() {
        return Tokens.of("london-organiser")
                .role("regional-organiser")
                .region("E12000007")
                .sign();
    }

    private static String rule(int key, int battleground) {
        return "\"rule\":{\"keyRank\":%d,\"battlegroundRank\":%d,\"defensiveBelowPts\":10}"
                .formatted(key, battleground);
    }

    private static String seat(String seat, String wanted) {
        return "{\"seatCode\":\"%s\",\"battlegroundClass\":\"%s\"}".formatted(seat, wanted);
    }

    private static String bulk(String seat, String wanted) {
        return "{\"seats\":[%s],\"reason\":\"x\"}".formatted(seat(seat, wanted));
    }

    private static String bulk(List<String> seats) {
        return "{\"seats\":[%s],\"reason\":\"x\"}"
                .formatted(seats.stream().map(seat -> seat(seat, "defensive")).collect(Collectors.joining(",")));
    }

    private static List<String> allSeats() {
        String csv = asHq().get("/v1/campaign/strategy/seats.csv").asString();
        return csv.lines().skip(1).map(line -> line.substring(0, 9)).collect(Collectors.toList());
    }

    private static String etag(String seat) {
        return asHq().get(SEATS + seat).then().statusCode(200).extract().header("ETag");
    }

    private static Response classify(String seat, String wanted, String reason) {
        return asHq().header("If-Match", etag(seat))
                .contentType("application/json")
                .body("{\"battlegroundClass\":\"%s\",\"reason\":\"%s\"}".formatted(wanted, reason))
                .put(SEATS + seat + "/class");
    }
}
