package uk.hustings.campaign.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static uk.hustings.campaign.Campaign.as;
import static uk.hustings.campaign.Campaign.asHq;
import static uk.hustings.campaign.Campaign.awaitReady;
import static uk.hustings.campaign.Campaign.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
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
class TargetListTest {

    private static final String LISTS = "/v1/campaign/strategy/target-lists";
    private static final String HENDON = "E14000741";
    private static final String CROYDON_CENTRAL = "E14000654";
    private static final String THURROCK = "E14000995";
    private static final String WAVENEY = "E14001022";

    @BeforeEach
    void seatsAreKnown() {
        awaitReady();
    }

    @Test
    void aListIsFrozenWithVersionAuthorAndBasis() {
        publishSeats("frozen", THURROCK, HENDON)
                .then()
                .statusCode(201)
                .header("Location", endsWith(LISTS + "/frozen/versions/1"))
                .body("list.version", is(1))
                .body("list.basis", is("seats"))
                .body("list.classes", nullValue())
                .body("list.author", is("hq"))
                .body("list.reason", is("x"))
                .body("list.publishedAt", startsWith("2015-04-14T"))
                .body("list.seatCount", is(2))
                .body("seats.seatCode", contains(THURROCK, HENDON))
                .body("seats.position", contains(1, 2))
                .body("seats.name", contains("Thurrock", "Hendon"));
        publishSeats("frozen", HENDON).then().statusCode(201).body("list.version", is(2));

        asHq().get(LISTS + "/frozen/versions/1")
                .then()
                .statusCode(200)
                .body("seats.seatCode", contains(THURROCK, HENDON));
        asHq().get(LISTS + "?name=frozen").then().body("items.version", contains(2, 1));
        String next = asHq().get(LISTS + "?name=frozen&limit=1").path("next");
        asHq().get(LISTS + "?name=frozen&limit=1&cursor=" + next).then().body("items.version", contains(1));
        asHq().get(LISTS + "/frozen/versions/3").then().statusCode(404);
        asHq().get(LISTS + "/absent/versions/1").then().statusCode(404);
    }

    @Test
    void aListOfClassesHasWhoHasThemNowNearestFirst() {
        post(
                        Tokens.nationalOrganiser(),
                        LISTS,
                        "{\"name\":\"by-class\",\"classes\":[\"battleground\",\"key\"],\"reason\":\"x\"}")
                .then()
                .statusCode(201)
                .body("list.basis", is("classes"))
                .body("list.classes", contains("key", "battleground"))
                .body("list.seatCount", greaterThan(100))
                .body("seats.seatCode", hasItem(HENDON))
                .body("seats.battlegroundClass", everyItem(is(oneOf("key", "battleground"))))
                .body("seats[0].seatCode", is("E14000854"));
    }

    @Test
    void whatIsWrittenAboutAListAtPublishingStays() {
        String seat = "E14000731";
        publishSeats("class-then", seat).then().body("seats.battlegroundClass", contains("battleground"));
        post(
                        Tokens.nationalOrganiser(),
                        "/v1/campaign/strategy/changes",
                        "{\"seats\":[{\"seatCode\":\"%s\",\"battlegroundClass\":\"key\"}],\"reason\":\"x\"}"
                                .formatted(seat))
                .then()
                .statusCode(201);
        asHq().get(LISTS + "/class-then/versions/1").then().body("seats.battlegroundClass", contains("battleground"));
    }

    @Test
    void twoVersionsAreCompared() {
        publishSeats("compared", HENDON, THURROCK, CROYDON_CENTRAL);
        publishSeats("compared", WAVENEY, THURROCK, HENDON);

        asHq().get(LISTS + "/compared/comparison?from=1&to=2")
                .then()
                .statusCode(200)
                .body("added.seatCode", contains(WAVENEY))
                .body("added.position", contains(1))
                .body("removed.seatCode", contains(CROYDON_CENTRAL))
                .body("removed.position", contains(3))
                .body("moved.seatCode", contains(HENDON))
                .body("moved.fromPosition", contains(1))
                .body("moved.toPosition", contains(3))
                .body("stayed", is(1));
        asHq().get(LISTS + "/compared/comparison?from=1").then().statusCode(400).body("parameter", is("to"));
        asHq().get(LISTS + "/compared/comparison?from=1&to=two")
                .then()
                .statusCode(400)
                .body("parameter", is("to"));
        asHq().get(LISTS + "/compared/comparison?from=1&to=3").then().statusCode(404);
    }

    @Test
    void ofAListOneSeesTheSeatsThatOnesRolesReachAsIfThereWereNoOthers() {
        publishSeats("mixed", THURROCK, WAVENEY, HENDON, CROYDON_CENTRAL);
        publishSeats("mixed", CROYDON_CENTRAL, HENDON, THURROCK);
        publishSeats("elsewhere", THURROCK, WAVENEY);
        String london = StrategyTest.london();

        as(london)
                .get(LISTS + "/mixed/versions/1")
                .then()
                .statusCode(200)
                .body("list.seatCount", is(2))
                .body("seats.seatCode", contains(HENDON, CROYDON_CENTRAL))
                .body("seats.position", contains(1, 2));
        as(london)
                .get(LISTS + "/mixed/comparison?from=1&to=2")
                .then()
                .statusCode(200)
                .body("added", empty())
                .body("removed", empty())
                .body("moved.seatCode", contains(CROYDON_CENTRAL, HENDON))
                .body("moved.fromPosition", contains(2, 1))
                .body("stayed", is(0));
        assertThat(as(london).get(LISTS + "/mixed/versions/1/seats.csv").asString())
                .isEqualTo("""
                        position,seatCode,name,battlegroundClass
                        1,E14000741,Hendon,key
                        2,E14000654,Croydon Central,key
                        """);
        as(london).get(LISTS + "?name=elsewhere").then().body("items", empty());
        as(london).get(LISTS + "/elsewhere/versions/1").then().statusCode(404);
        as(london).get(LISTS + "/elsewhere/versions/1/seats.csv").then().statusCode(404);

        String hendon = Tokens.member("local-organiser", "hendon", HENDON);
        as(hendon).get(LISTS + "?name=mixed").then().body("items.seatCount", contains(1, 1));
        as(hendon).get(LISTS + "/mixed/versions/1").then().body("seats.seatCode", contains(HENDON));
        as(Tokens.member("canvasser", "hendon", HENDON)).get(LISTS).then().statusCode(403);
        post(london, LISTS, "{\"name\":\"x\",\"seatCodes\":[\"%s\"],\"reason\":\"x\"}".formatted(HENDON))
                .then()
                .statusCode(403);
    }

    @Test
    void faultsOfAListAreNamed() {
        publishSeats("twice", HENDON, THURROCK, HENDON)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes/2"));
        publishSeats("unknown", HENDON, "E14999999")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes/1"));
        publishSeats("Not A Name", HENDON).then().statusCode(422).body("errors.pointer", contains("/name"));
        publishSeats("n".repeat(81), HENDON).then().statusCode(422).body("errors.pointer", contains("/name"));
        publishSeats("n".repeat(80), HENDON).then().statusCode(201);
        order("{\"name\":\"both\",\"classes\":[\"key\"],\"seatCodes\":[\"%s\"],\"reason\":\"x\"}".formatted(HENDON))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes"));
        order("{\"name\":\"neither\",\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes"));
        order("{\"name\":\"nothing\",\"seatCodes\":[],\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes"));
        order("{\"name\":\"odd\",\"classes\":[\"marginal\"],\"reason\":\"x\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/classes/0"));
        asHq().get(LISTS + "?name=twice").then().body("items", empty());
    }

    @Test
    void aListHasUpTo650Seats() {
        List<String> all = new ArrayList<>(asHq().get("/v1/campaign/strategy/seats.csv")
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 9))
                .toList());
        publishSeats("all", all.toArray(String[]::new)).then().statusCode(201).body("seats", hasSize(650));
        all.add("E14999999");
        publishSeats("all", all.toArray(String[]::new))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/seatCodes"));
    }

    @Test
    void theAppCanAlterNeitherAListNorADecisionOnAClass() throws SQLException {
        publishSeats("for-good", HENDON).then().statusCode(201);
        try (Connection app = Campaign.appConnection()) {
            for (String attempt : List.of(
                    "update target_list set author = 'x'",
                    "delete from target_list_seat",
                    "update class_change set reason = 'x'",
                    "delete from class_change",
                    "update class_rule set key_rank = 1",
                    "delete from class_rule")) {
                Assertions.assertThatThrownBy(() -> app.createStatement().execute(attempt))
                        .as(attempt)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private static Response publishSeats(String name, String... seats) {
        return order("{\"name\":\"%s\",\"seatCodes\":[%s],\"reason\":\"x\"}"
                .formatted(
                        name,
                        List.of(seats).stream().map(seat -> "\"" + seat + "\"").collect(Collectors.joining(","))));
    }

    private static Response order(String json) {
        return post(Tokens.nationalOrganiser(), LISTS, json);
    }
}
