package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.test.Tokens;

/** Elections that nobody has seen before, and results that turn out to have been wrong. */
@QuarkusTest
class CorrectionTest {

    private static final String HEADER = "electionId,electionName,kind,electionDay,boundarySet,seatCode,electorate,"
            + "validVotes,invalidVotes,party,partyName,candidate,votes,elected\n";

    @BeforeEach
    void importRealData() {
        Imported.once();
        Imported.csv("/v1/seats/imports", """
                        boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon
                        nowhere,X00000001,Erewhon North,X12000001,Erewhon,Nowhere,,county,70000,53.0,-2.4
                        nowhere,X00000002,Erewhon South,X12000001,Erewhon,Nowhere,,county,70000,52.0,-2.4
                        """).then().statusCode(201);
    }

    @Test
    void aCorrectionReplacesAResultAndKeepsWhatItReplaces() {
        String id = "by-2013-01-10-X00000001";
        byElection(id, "2013-01-10", "X00000001", null, 1000, 900)
                .then()
                .statusCode(201)
                .body("created", is(1));

        byElection(id, "2013-01-10", "X00000001", null, 950, 960)
                .then()
                .statusCode(409)
                .body("type", is("/problems/already-recorded"))
                .body("errors.pointer", hasItem("/contests/0/candidates"));
        byElection(id, "2013-01-10", "X00000001", "Bundles miscounted", 950, 960)
                .then()
                .statusCode(201)
                .body("created", is(1))
                .body("warnings", contains(containsString("revision 2")));

        get("/v1/elections/" + id + "/results")
                .then()
                .body("items.winner", contains("con"))
                .body("items.majorityVotes", contains(10));
        get("/v1/elections/" + id + "/results/X00000001/history")
                .then()
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .body("items.correction", contains(null, "Bundles miscounted"))
                .body("items.result.winner", contains("lab", "con"))
                .body("items[0].containsKey('recordedBy')", is(false));
        byElection(id, "2013-01-10", "X00000001", "Bundles miscounted", 950, 960)
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(1));
        get("/v1/elections/" + id + "/results/X00000002/history").then().statusCode(404);
    }

    @Test
    void aTieIsBelievedWithTheOneOnWhomTheLotFell() {
        String tie = HEADER + """
                by-2013-02-14-X00000002,Erewhon South,by-election,2013-02-14,nowhere,X00000002,70000,200,,lab,Labour,A. Lot,100,%s
                by-2013-02-14-X00000002,Erewhon South,by-election,2013-02-14,nowhere,X00000002,70000,200,,con,Conservative,B. Lot,100,
                """;

        Imported.csv("/v1/elections/imports.csv", tie.formatted(""))
                .then()
                .statusCode(422)
                .body("errors.row", contains(2))
                .body("errors.pointer", contains("/votes"))
                .body("errors[0].detail", containsString("elected true"));
        Imported.csv("/v1/elections/imports.csv", tie.formatted("true")).then().statusCode(201);

        get("/v1/elections/by-2013-02-14-X00000002/results")
                .then()
                .body("items[0].winner", is("lab"))
                .body("items[0].majorityVotes", is(0))
                .body("items[0].candidates.byLot", contains(true, false));
    }

    @Test
    void aNewPartyComesWithItsElection() {
        Map<String, Object> election = body("by-2013-03-07-X00000002", "2013-03-07", "X00000002", null, 10, 20);
        election.put("parties", List.of(Map.of("code", "butlerian", "name", "Butlerian", "colour", "#123456")));
        contest(election).put("candidates", List.of(candidate("butlerian", 20), candidate("lab", 10)));

        Imported.election(election).then().statusCode(201);

        get("/v1/parties").then().body("items.code", hasItem("butlerian"));
        get("/v1/elections/by-2013-03-07-X00000002/results").then().body("items.winner", contains("butlerian"));
    }

    @Test
    void aBadPartyOfAnElectionIsNamedByItsPlaceAndNothingIsWritten() {
        Map<String, Object> election = body("by-2013-03-14-X00000002", "2013-03-14", "X00000002", null, 10, 20);
        election.put(
                "parties",
                List.of(
                        Map.of("code", "good", "name", "Good", "colour", "#123456"),
                        Map.of("code", "Bad", "name", " ", "colour", "red")));

        Imported.election(election)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/parties/1/code", "/parties/1/name", "/parties/1/colour"));

        get("/v1/parties").then().body("items.code", not(hasItem("good")));
    }

    @Test
    void whatIsExportedIsImportedAsItWas() {
        String csv = get("/v1/elections/ge2010/results.csv").asString();

        assertThat(csv.lines()).hasSize(4151);
        Imported.csv("/v1/elections/imports.csv", csv)
                .then()
                .statusCode(201)
                .body("created", is(0))
                .body("unchanged", is(650));
    }

    @Test
    void everyBadRowOfAFileIsNamedByItsLine() {
        Imported.csv("/v1/elections/imports.csv", HEADER + """
                        by-2013-04-11-X00000001,Erewhon North,by-election,2013-04-11,nowhere,X00000001,70000,300,,lab,Labour,A,100,
                        by-2013-04-11-X00000001,Erewhon North,by-election,2013-04-11,nowhere,X00000001,70000,300,,nobody,Nobody,B,150,
                        by-2013-04-18-X00000002,Erewhon South,by-election,2013-04-18,nowhere,X00000002,70000,300,,lab,Labour,A,100,
                        by-2013-04-18-X00000002,Erewhon South,by-election,2013-04-18,nowhere,X00000002,70000,300,,con,Conservative,B,150,
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", contains(3, 4))
                .body("errors.pointer", contains("/party", "/validVotes"));
        get("/v1/elections/by-2013-04-11-X00000001").then().statusCode(404);
    }

    @Test
    void rowsThatContradictEachOtherAreRefused() {
        Imported.csv("/v1/elections/imports.csv", HEADER + """
                        by-2013-04-11-X00000001,Erewhon North,by-election,2013-04-11,nowhere,X00000001,70000,250,,lab,Labour,A,100,
                        by-2013-04-11-X00000001,Erewhon,by-election,2013-04-11,nowhere,X00000001,70001,250,,con,Conservative,B,150,maybe
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", everyItem(is(3)))
                .body("errors.pointer", contains("/elected", "/electionId", "/seatCode"));
    }

    @Test
    void aNotionalResultNeedsNoNamesAndMakesNoHolder() {
        Map<String, Object> election = new HashMap<>(Map.of(
                "electionId", "ge2005-notional-nowhere",
                "name", "General election 2005, estimated for Erewhon",
                "kind", "general",
                "basis", "notional",
                "source", "invented",
                "pollingDay", "2005-05-05",
                "boundarySet", "nowhere",
                "contests",
                        List.of(Map.of(
                                "seatCode",
                                "X00000002",
                                "validVotes",
                                30,
                                "candidates",
                                List.of(
                                        Map.of("party", "lab", "partyName", "Labour", "votes", 20),
                                        Map.of("party", "con", "partyName", "Conservative", "votes", 10))))));

        Imported.election(election).then().statusCode(201);

        get("/v1/seats/X00000002?asOf=2012-12-31")
                .then()
                .statusCode(200)
                .body("heldBy", is("notional"))
                .body("holder", is("lab"))
                .body("latestResult.basis", is("notional"))
                .body("latestResult.candidates[0].name", nullValue());
        get("/v1/seats/X00000002/history?asOf=2012-12-31").then().body("items", hasSize(0));
    }

    @Test
    void aCodeOfOtherBoundariesIsNotFoundThere() {
        get("/v1/seats/X00000001?boundarySet=2010")
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"))
                .body("boundarySet", is("nowhere"))
                .body("successors", hasSize(0));
        get("/v1/elections/ge2010/results?seat=X00000001")
                .then()
                .statusCode(400)
                .body("parameter", is("seat"))
                .body("boundarySet", is("nowhere"));
    }

    @Test
    void aCursorGoesOnPastWhatWasAddedAfterItAndIsRefusedForWhatWasAddedBefore() {
        byElection("by-2013-05-02-X00000001", "2013-05-02", "X00000001", null, 20, 10);
        byElection("by-2013-05-09-X00000001", "2013-05-09", "X00000001", null, 20, 10);
        String list = "/v1/elections?kind=by-election&boundarySet=nowhere&limit=1";
        String cursor = get(list).path("next");

        byElection("by-2014-05-01-X00000001", "2014-05-01", "X00000001", null, 20, 10);
        get(list + "&cursor=" + cursor).then().statusCode(200).body("items", hasSize(1));

        byElection("by-2011-05-05-X00000001", "2011-05-05", "X00000001", null, 20, 10);
        get(list + "&cursor=" + cursor).then().statusCode(400).body("type", is("/problems/cursor-refused"));
    }

    @Test
    void pagesPutTogetherAreTheListWhileImportsRun() {
        CompletableFuture<Void> imports = CompletableFuture.runAsync(() -> {
            for (int day = 1; day <= 8; day++) {
                String date = "2014-09-%02d".formatted(day);
                byElection("by-" + date + "-X00000002", date, "X00000002", null, 20 + day, 10)
                        .then()
                        .statusCode(201);
            }
        });
        do {
            Set<String> seen = new HashSet<>();
            int items = 0;
            String cursor = "";
            while (cursor != null) {
                JsonPath page = get("/v1/rankings?party=ld&limit=37&cursor=" + cursor)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                seen.addAll(page.getList("items.seatCode"));
                items += page.getList("items").size();
                cursor = page.getString("next");
            }
            assertThat(items).isEqualTo(seen.size()).isEqualTo(650 - 57);
        } while (!imports.isDone());
        imports.join();
        get("/v1/elections?kind=by-election&boundarySet=nowhere&limit=200")
                .then()
                .body("items.findAll { it.pollingDay.startsWith('2014-09-') }", hasSize(8));
    }

    @Test
    void newPartiesAreKnownEvenIfTheElectionItselfIsNot() {
        byElection("by-2013-06-06-X00000001", "2013-06-06", "X00000001", null, 20, 10)
                .then()
                .statusCode(201);
        Map<String, Object> again = body("by-2013-06-06-X00000001", "2013-06-06", "X00000001", null, 20, 10);
        again.put("parties", List.of(Map.of("code", "latecomer", "name", "Latecomers", "colour", "#654321")));

        Imported.election(again).then().statusCode(201).body("created", is(1)).body("unchanged", is(1));

        get("/v1/parties").then().body("items.code", hasItem("latecomer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holder-events|2010,E14000642,2014-08-29,defection,,x,y|/party",
                "holder-events|2010,E14000642,2014-08-29,defection,other,x,y|/party",
                "holder-events|2010,E14000642,2014-08-29,vacancy,con,x,y|/party",
                "holder-events|2010,E14000642,2014-08-29,eclipse,,x,y|/kind",
                "holder-events|2010,E14000642,2999-01-01,vacancy,,x,y|/day",
                "holder-events|2010,E14000642,1800-12-31,vacancy,,x,y|/day",
                "holder-events|2024,E14000642,2014-08-29,vacancy,,x,y|/seatCode",
                "holder-events|2010,E14000642,2014-08-29,vacancy,,x,|/source",
                "neighbours|2010,E14000642,E14000642,3|/seatCodeB",
                "neighbours|2010,E14000642,E14000643,0.001|/sharedBoundaryKm",
                "neighbours|2010,E14000642,E14000643,1e7|/sharedBoundaryKm",
                "neighbours|2010,E14000642,E14000643,1e999999999|/sharedBoundaryKm",
                "neighbours|2010,E14000642,X14000643,3|/seatCodeB",
                "successors|2010,E14000642,2024,E14001468,1.1,0,0,0,0,0|/fromPopulationFraction",
                "successors|2010,E14000642,2024,E14001468,0,0,0,0,0,-0.1|/toAreaFraction",
                "successors|2010,E14000642,2010,E14000643,0,0,0,0,0,0|/toBoundarySet"
            })
    void aBadRowIsNamedAndNothingIsWritten(String what, String row, String pointer) {
        Map<String, String> headers = Map.of(
                "holder-events", "boundarySet,seatCode,day,kind,party,note,source",
                "neighbours", "boundarySet,seatCodeA,seatCodeB,sharedBoundaryKm",
                "successors",
                        "fromBoundarySet,fromSeatCode,toBoundarySet,toSeatCode,fromPopulationFraction,"
                                + "toPopulationFraction,fromDwellingsFraction,toDwellingsFraction,fromAreaFraction,"
                                + "toAreaFraction");

        Imported.csv("/v1/seats/" + what + "/imports", headers.get(what) + "\n" + row + "\n")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.row", hasItem(2))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void textsThatTheDatabaseCannotHoldAreRefusedByName() {
        Map<String, Object> election = body("by-2013-07-04-X00000001", "2013-07-04", "X00000001", null, 20, 10);
        election.put("name", "By\u0000election");
        Imported.election(election).then().statusCode(422).body("errors.pointer", contains("/name"));
        election.put("name", "By\u0001election");
        election.put("source", "x".repeat(501));
        Imported.election(election).then().statusCode(422).body("errors.pointer", contains("/name", "/source"));
        byElection("by-2013-07-04-X00000001", "2013-07-04", "X00000001", "x\u0000", 20, 10)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/correction"));
        Imported.csv("/v1/parties/imports", "code,name,colour,lineage\nnul,N\u0000,#123456,\n")
                .then()
                .statusCode(400)
                .body("type", is("/problems/broken-body"));
    }

    private static Response byElection(String id, String day, String seat, String correction, int lab, int con) {
        return given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body(id, day, seat, correction, lab, con))
                .post("/v1/elections/imports");
    }

    private static Map<String, Object> body(String id, String day, String seat, String correction, int lab, int con) {
        Map<String, Object> contest = new HashMap<>();
        contest.put("seatCode", seat);
        contest.put("electorate", 70000);
        contest.put("validVotes", lab + con);
        contest.put("candidates", List.of(candidate("lab", lab), candidate("con", con)));
        Map<String, Object> body = new HashMap<>();
        body.put("electionId", id);
        body.put("name", "By-election");
        body.put("kind", "by-election");
        body.put("pollingDay", day);
        body.put("boundarySet", "nowhere");
        body.put("correction", correction);
        body.put("contests", List.of(contest));
        return body;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> contest(Map<String, Object> election) {
        return ((List<Map<String, Object>>) election.get("contests")).get(0);
    }

    private static Map<String, Object> candidate(String party, int votes) {
        return Map.of("party", party, "partyName", party, "name", "Somebody of " + party, "votes", votes);
    }
}
