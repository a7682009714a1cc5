package uk.hustings.campaign.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.campaign.Campaign;
import uk.hustings.test.Tokens;

/** The north-east. Imports are withdrawn after each test: all other tests measure by the great circle. */
@QuarkusTest
class ReachResourceTest {

    private static final String REACH = "/v1/campaign/reach";
    private static final String IMPORTS = REACH + "/imports";
    private static final String OF_DURHAM = "/v1/campaign/local-parties/city-of-durham/reach";
    private static final String DURHAM = "E14000641";
    private static final String BISHOP_AUCKLAND = "E14000569";
    private static final String YORK_CENTRAL = "E14001061";
    private static final String DARLINGTON = "E14000658";
    private static final String NORTH_EAST = "E12000001";

    private final Set<Integer> imported = new TreeSet<>();

    @BeforeEach
    void foundLocalParties() {
        Campaign.found("city-of-durham", "City of Durham", NORTH_EAST, DURHAM);
        Campaign.found("south-antrim", "South Antrim", "N92000002", "N06000014");
    }

    @AfterEach
    void withdrawImports() {
        imported.forEach(version -> withdraw(version).then().statusCode(201));
    }

    @Test
    void durhamReachesBishopAucklandAndNotYorkCentral() {
        Campaign.as(organiser())
                .get(OF_DURHAM + "?limit=200")
                .then()
                .statusCode(200)
                .body("basis.kind", is("great-circle"))
                .body("basis.version", nullValue())
                .body("basis.unreachablePairs", is(0))
                .body("items.localParty", everyItem(is("city-of-durham")))
                .body("items.seatCode", hasItem(BISHOP_AUCKLAND))
                .body("items.seatCode", not(hasItem(YORK_CENTRAL)))
                .body("items.seatCode", not(hasItem(DURHAM)))
                .body("items.find { it.seatCode == '%s' }.travelHours".formatted(BISHOP_AUCKLAND), is(0.42f))
                .body("items.find { it.seatCode == '%s' }.travelKm".formatted(BISHOP_AUCKLAND), is(25.3f))
                .body("items.find { it.seatCode == '%s' }.hoursLostPerDay".formatted(BISHOP_AUCKLAND), is(0.84f))
                .body("items.find { it.seatCode == '%s' }.productiveShare".formatted(BISHOP_AUCKLAND), is(0.86f));
        List<Float> hours =
                Campaign.as(organiser()).get(OF_DURHAM + "?limit=200").path("items.travelHours");
        assertThat(hours).isSorted().hasSizeGreaterThan(15);
        assertThat(hours.get(hours.size() - 1)).isLessThanOrEqualTo(1.5f);
        Campaign.asHq().get(OF_DURHAM + "?limit=200&maxHours=2.1").then().body("items.seatCode", hasItem(YORK_CENTRAL));
        Campaign.asHq().get(OF_DURHAM + "?maxHours=0.1").then().body("items", empty());
    }

    @Test
    void seatsToDefendAreAmongThemAndTheClassIsShownToThoseWhoMayKnowIt() {
        Campaign.asHq()
                .get(OF_DURHAM + "?class=defensive")
                .then()
                .body("items.battlegroundClass", everyItem(is("defensive")))
                .body("items.seatCode", hasItem(DARLINGTON));
        Campaign.asHq()
                .get(OF_DURHAM + "?class=key")
                .then()
                .body("items.battlegroundClass", everyItem(is("key")))
                .body("items", not(empty()));
        Campaign.as(organiser())
                .get(OF_DURHAM + "?limit=200")
                .then()
                .body("items.battlegroundClass", everyItem(nullValue()));
        Campaign.as(organiser()).get(OF_DURHAM + "?class=key").then().body("items", empty());
        Campaign.as(region(NORTH_EAST))
                .get(OF_DURHAM + "?limit=200&maxHours=2.1")
                .then()
                .body("items.find { it.seatCode == '%s' }.battlegroundClass".formatted(DARLINGTON), is("defensive"))
                .body("items.find { it.seatCode == '%s' }.battlegroundClass".formatted(YORK_CENTRAL), nullValue());
    }

    @Test
    void inNorthernIrelandTheMiddleOfTheAreaCounts() {
        Campaign.asHq()
                .get("/v1/campaign/local-parties/south-antrim/reach")
                .then()
                .statusCode(200)
                .body("items.seatCode", hasItem("N06000001"));
    }

    @Test
    void pagesPutTogetherAreTheList() {
        List<String> whole = Campaign.asHq().get(OF_DURHAM + "?limit=200").path("items.seatCode");
        List<String> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = Campaign.asHq().get(OF_DURHAM + "?limit=7&cursor=" + cursor);
            pages.addAll(page.path("items.seatCode"));
            cursor = page.path("next");
        }
        assertThat(pages).isEqualTo(whole);

        String all = REACH + "?localParty=city-of-durham&maxHours=2";
        List<String> listed = Campaign.asHq().get(all + "&limit=200").path("items.seatCode");
        List<String> inPages = new ArrayList<>();
        cursor = "";
        while (cursor != null) {
            Response page = Campaign.asHq().get(all + "&limit=7&cursor=" + cursor);
            inPages.addAll(page.path("items.seatCode"));
            cursor = page.path("next");
        }
        assertThat(inPages).isEqualTo(listed).hasSizeGreaterThan(whole.size());
    }

    @Test
    void oneSeesTheLocalPartiesWithinReachOfOnesRoles() {
        Campaign.as(organiser())
                .get(REACH + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.localParty", everyItem(is("city-of-durham")));
        Campaign.as(region("E12000002"))
                .get(REACH + "?localParty=city-of-durham")
                .then()
                .statusCode(200)
                .body("items", empty());
        Campaign.as(region("E12000002")).get(OF_DURHAM).then().statusCode(403);
        Campaign.as(Tokens.member("canvasser", "city-of-durham", DURHAM))
                .get(OF_DURHAM)
                .then()
                .statusCode(403);
        Campaign.asHq().get("/v1/campaign/local-parties/nobody/reach").then().statusCode(404);
        String csv = Campaign.as(organiser()).get(REACH + ".csv").asString();
        assertThat(csv)
                .startsWith("localParty,seatCode,seatName,travelHours,travelKm,hoursLostPerDay,productiveShare,"
                        + "battlegroundClass\n")
                .contains("city-of-durham,E14000569,Bishop Auckland,0.42,25.3,0.84,0.860,\n");
        Campaign.asHq()
                .get(REACH + "?seat=" + BISHOP_AUCKLAND + "&limit=200")
                .then()
                .body("items.seatCode", everyItem(is(BISHOP_AUCKLAND)))
                .body("items.localParty", hasItem("city-of-durham"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OF_DURHAM + "?maxHours=0.09",
                OF_DURHAM + "?maxHours=12.1",
                OF_DURHAM + "?maxHours=NaN",
                OF_DURHAM + "?class=safe",
                OF_DURHAM + "?limit=0",
                REACH + "?seat=durham",
                REACH + "?maxHours=-1",
                REACH + ".csv?maxHours=12.1",
                REACH + "?cursor=bm9uZQ"
            })
    void badParametersAreRefused(String path) {
        Campaign.asHq().get(path).then().statusCode(400);
    }

    @Test
    void anImportedMatrixReplacesTheGreatCircleAndWhatItDoesNotHaveCannotBeReached() {
        Response first = take("Test planner", "city-of-durham,%s,78,108.4".formatted(YORK_CENTRAL));
        first.then()
                .statusCode(201)
                .body("version", greaterThan(0))
                .body("source", is("Test planner"))
                .body("pairs", is(1))
                .body("unreachablePairs", greaterThan(648));
        Campaign.asHq()
                .get(OF_DURHAM)
                .then()
                .body("basis.kind", is("imported"))
                .body("basis.version", is(first.<Integer>path("version")))
                .body("basis.source", is("Test planner"))
                .body("basis.importedBy", is("hq"))
                .body("basis.importedAt", notNullValue())
                .body("basis.pairs", is(1))
                .body("basis.unreachablePairs", is(648))
                .body("items.seatCode", contains(YORK_CENTRAL))
                .body("items[0].travelHours", is(1.3f))
                .body("items[0].travelKm", is(108.4f));

        Response second = take(
                "Test planner", "%s,%s,24,19.5\n%s,%s,90,110".formatted(DURHAM, BISHOP_AUCKLAND, DURHAM, YORK_CENTRAL));
        Campaign.asHq()
                .get(OF_DURHAM)
                .then()
                .body("items.seatCode", contains(BISHOP_AUCKLAND, YORK_CENTRAL))
                .body("items[0].travelHours", is(0.4f));
        Campaign.asHq().get(OF_DURHAM + "?maxHours=1.49").then().body("items", hasSize(1));
        Campaign.asHq()
                .get("/v1/campaign/twinnings/suggestions?donor=city-of-durham&maxTravelHours=12")
                .then()
                .body("items[0].targets", empty());

        int version = second.path("version");
        imported.remove(version);
        withdraw(version)
                .then()
                .statusCode(201)
                .body("withdrawn.by", is("hq"))
                .body("withdrawn.reason", is("No ferries"));
        withdraw(version).then().statusCode(409);
        Campaign.asHq().get(OF_DURHAM).then().body("items.seatCode", contains(YORK_CENTRAL));
        Campaign.as(organiser())
                .get(IMPORTS)
                .then()
                .statusCode(200)
                .body("items[0].version", is(version))
                .body("items[0].withdrawn.by", is("hq"))
                .body("items[1].version", is(first.<Integer>path("version")))
                .body("items[1].withdrawn", nullValue());
    }

    @Test
    void suggestionsUseTheImportedTimesAndNameSeatsToDefend() {
        take("Test planner", "%s,%s,24,35".formatted(DURHAM, DARLINGTON));
        Campaign.asHq()
                .get("/v1/campaign/twinnings/suggestions?donor=city-of-durham")
                .then()
                .statusCode(200)
                .body("items[0].targets.seatCode", contains(DARLINGTON))
                .body("items[0].targets[0].travelHours", is(0.4f))
                .body("items[0].targets[0].targetRank", nullValue())
                .body("items[0].targets[0].battlegroundClass", is("defensive"))
                .body(
                        "items[0].targets[0].why",
                        is("Darlington is a seat to defend, 35.0 km by road away, 0.40 hours each way."));
    }

    @Test
    void badRowsAreNamedAndNothingIsWritten() {
        importCsv(
                        "source=Test",
                        "from,to,minutes,kilometres\nnowhere,%s,1,1\n%s,%s,-1,1\n%s,%s,1,1\n"
                                .formatted(DARLINGTON, DURHAM, DARLINGTON, DURHAM, DARLINGTON))
                .then()
                .statusCode(422)
                .body("errors.row", contains(2, 3))
                .body("errors.pointer", contains("/from", "/minutes"));
        importCsv("source=Test", "from,to\na,b\n").then().statusCode(400);
        String good = "from,to,minutes,kilometres\n%s,%s,1,1\n".formatted(DURHAM, DARLINGTON);
        importCsv("source= ", good).then().statusCode(400).body("parameter", is("source"));
        importCsv("source=" + "a".repeat(301), good).then().statusCode(400).body("parameter", is("source"));
        Campaign.asHq().get(OF_DURHAM).then().body("basis.kind", is("great-circle"));
    }

    @Test
    void onlyHeadquartersAndAnalystsImport() {
        String good = "from,to,minutes,kilometres\n%s,%s,1,1\n".formatted(DURHAM, DARLINGTON);
        for (String token : List.of(organiser(), region(NORTH_EAST))) {
            Campaign.as(token)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("text/csv")
                    .body(good)
                    .post(IMPORTS + "?source=Test")
                    .then()
                    .statusCode(403);
            Campaign.post(token, IMPORTS + "/1/withdrawal", "{\"reason\":\"Test\"}")
                    .then()
                    .statusCode(403);
        }
        withdraw(999_999).then().statusCode(404);
        take("a".repeat(300), "%s,%s,1,1".formatted(DURHAM, DARLINGTON)).then().statusCode(201);
    }

    @Test
    void aRepeatedImportMakesOneVersion() {
        String key = UUID.randomUUID().toString();
        String good = "from,to,minutes,kilometres\n%s,%s,1,1\n".formatted(DURHAM, DARLINGTON);
        Response first = importCsv("source=Test", good, key);
        importCsv("source=Test", good, key)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("version", is(first.<Integer>path("version")));
    }

    private Response take(String source, String rows) {
        Response answer = importCsv("source=" + source, "from,to,minutes,kilometres\n" + rows + "\n");
        answer.then().statusCode(201);
        return answer;
    }

    private Response importCsv(String query, String csv) {
        return importCsv(query, csv, UUID.randomUUID().toString());
    }

    private Response importCsv(String query, String csv, String key) {
        Response answer = Campaign.asHq()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(csv)
                .post(IMPORTS + "?" + query);
        if (answer.statusCode() == 201) {
            imported.add(answer.path("version"));
        }
        return answer;
    }

    private static Response withdraw(int version) {
        return Campaign.post(
                Tokens.nationalOrganiser(), IMPORTS + "/" + version + "/withdrawal", "{\"reason\":\"No ferries\"}");
    }

    private static String organiser() {
        return Tokens.member("local-organiser", "city-of-durham", DURHAM);
    }

    private static String region(String code) {
        return Tokens.of("organiser-of-" + code)
                .role("regional-organiser")
                .region(code)
                .sign();
    }
}
