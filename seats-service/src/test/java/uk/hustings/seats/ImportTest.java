package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.test.Tokens;

@QuarkusTest
class ImportTest {

    private static final String SEATS_HEADER =
            "boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon\n";

    @TestHTTPResource
    URI service;

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @Test
    void theSameAgainUnderANewKeyChangesNothing() {
        unchanged("/v1/parties/imports", RealData.partiesCsv(), 21);
        unchanged("/v1/seats/imports", RealSeats.seatsCsv(), 2 * 650);
        unchanged("/v1/seats/neighbours/imports", RealSeats.neighboursCsv(), 1668 + 1691);
        unchanged("/v1/seats/postcode-centroids/imports", RealSeats.postcodeCentroidsCsv(), 2 * 632);
        unchanged("/v1/seats/successors/imports", RealSeats.successorsCsv(), 1438);
        unchanged("/v1/seats/holder-events/imports", RealData.holderEventsCsv(), 59 + 8);
        for (Declaration election : RealElections.all()) {
            Imported.election(election)
                    .then()
                    .statusCode(201)
                    .body("created", is(0))
                    .body("unchanged", is(election.counts().size()))
                    .body("warnings", hasSize(0));
        }
    }

    private static void unchanged(String path, String csv, int rows) {
        Imported.csv(path, csv).then().statusCode(201).body("created", is(0)).body("unchanged", is(rows));
    }

    @Test
    void otherContentForWhatIsRecordedIsRefusedAndNamed() {
        Imported.csv(
                        "/v1/parties/imports",
                        "code,name,colour,lineage\ncon,Conservative,#0087DC,\nlab,New Labour,#E4003B,\n")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/already-recorded"))
                .body("errors", hasSize(1))
                .body("errors[0].row", is(3))
                .body("errors[0].pointer", is("/name"))
                .body("errors[0].detail", is("is recorded as Labour"));
        Imported.csv(
                        "/v1/seats/imports",
                        SEATS_HEADER
                                + "2010,E14000653,Crewe,E12000002,North West,England,Cheshire,County,79729,53.06246,-2.42874\n")
                .then()
                .statusCode(409)
                .body("errors.pointer", hasItems("/name", "/electorate"));
        Map<String, Object> corby = RealData.body(byElection("by-2012-11-15-E14000648"));
        contest(corby).put("invalidVotes", 111);
        Imported.election(corby)
                .then()
                .statusCode(409)
                .body("errors[0].pointer", is("/contests/0/invalidVotes"))
                .body("errors[0].detail", is("is recorded as 110"));
        get("/v1/seats/E14000653").then().body("name", is("Crewe and Nantwich"));
    }

    @Test
    void aPostcodeCentroidIsOfAKnownSeatOnceAndOnEarth() {
        Imported.csv("/v1/seats/postcode-centroids/imports", """
                        boundarySet,seatCode,postcodeLat,postcodeLon
                        2010,N06000001,90,-180
                        2010,N06000002,90.1,-5.9
                        2010,N06000003,54.6,180.1
                        2010,N06000001,54.6,-5.9
                        2010,E14999999,54.6,-5.9
                        2010,N06000004,,-5.9
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", contains(3, 4, 5, 6, 7))
                .body(
                        "errors.pointer",
                        contains("/postcodeLat", "/postcodeLon", "/seatCode", "/seatCode", "/postcodeLat"));
        Imported.csv(
                        "/v1/seats/postcode-centroids/imports",
                        "boundarySet,seatCode,postcodeLat,postcodeLon\n2010,E14000653,53.1,-2.45391\n")
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/postcodeLat"))
                .body("errors[0].detail", is("is recorded as 53.08524"));
    }

    @Test
    void everyBadRowIsNamedWithItsLineAndNothingIsWritten() {
        Imported.csv("/v1/parties/imports", """
                        code,name,colour,lineage
                        yp,Yorkshire Party,#00AEEF,
                        X,Capital,#00AEEF,
                        np,,blue,nobody
                        yp,Yorkshire Party,#00AEEF,
                        """)
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors.row", is(List.of(3, 4, 4, 5)))
                .body("errors.pointer", is(List.of("/code", "/name", "/colour", "/code")));
        get("/v1/parties").then().body("items.code", not(hasItem("yp")));

        Imported.csv("/v1/seats/imports", SEATS_HEADER + """
                        2010,E14009998,Good,E12000002,North West,England,,County,70000,53.0,-2.4
                        20 24,E14009999,Bad,E12000002,North West,England,,County,-1,99.0,west
                        """)
                .then()
                .statusCode(422)
                .body("errors.row", is(List.of(3, 3, 3, 3)))
                .body("errors.pointer", is(List.of("/boundarySet", "/electorate", "/centroidLat", "/centroidLon")));
        get("/v1/seats/E14009998").then().statusCode(404);
    }

    @Test
    void aPartyWhoseForebearsAreUnknownIsRefused() {
        Imported.csv("/v1/parties/imports", "code,name,colour,lineage\nyp,Yorkshire Party,#00AEEF,con nobody\n")
                .then()
                .statusCode(422)
                .body("errors[0].row", is(2))
                .body("errors[0].pointer", is("/lineage"));
    }

    @Test
    void everyBadResultIsNamedWithItsPlaceAndNothingIsWritten() {
        Map<String, Object> election = new LinkedHashMap<>(RealData.body(byElection("by-2012-11-15-E14000648")));
        election.put("electionId", "by-2013-01-01-E14000648");
        election.put("pollingDay", "2013-01-01");
        contest(election).put("validVotes", 35666);
        Imported.election(election)
                .then()
                .statusCode(422)
                .body("type", is("/problems/invalid-input"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", is("/contests/0/validVotes"))
                .body("errors[0].row", nullValue());
        get("/v1/elections/by-2013-01-01-E14000648").then().statusCode(404);
    }

    @Test
    void aBodyThatCannotBeReadIsRefused() {
        Imported.csv("/v1/parties/imports", "code,name\nlab,Labour\n")
                .then()
                .statusCode(400)
                .body("type", is("/problems/broken-body"))
                .body("detail", containsString("colour"));
        Imported.csv("/v1/parties/imports", "").then().statusCode(400).body("type", is("/problems/broken-body"));
        organiser("{\"electionId\":", "application/json")
                .post("/v1/elections/imports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/broken-body"));
        organiser("{\"electionId\":\"ge2010\",\"secret\":1}", "application/json")
                .post("/v1/elections/imports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/secret"));
        organiser("{\"pollingDay\":\"someday\"}", "application/json")
                .post("/v1/elections/imports")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", is("/pollingDay"));
        organiser("", "application/json").post("/v1/elections/imports").then().statusCode(422);
        organiser("x", "application/xml")
                .post("/v1/elections/imports")
                .then()
                .statusCode(415)
                .body("type", is("/problems/unsupported-media-type"));
    }

    @Test
    void anImportWithoutAKeyIsRefused() {
        given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .contentType("text/csv")
                .body(RealData.partiesCsv())
                .post("/v1/parties/imports")
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-required"));
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswer() {
        String key = UUID.randomUUID().toString();
        String csv = "code,name,colour,lineage\nccukip,Repeated,#123ABC,\n";
        Response first = keyed(key, csv);
        Response second = keyed(key, csv);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(first.jsonPath().getInt("created")).isEqualTo(1);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        keyed(key, csv + "\n").then().statusCode(422).body("type", is("/problems/idempotency-key-reused"));
    }

    @Test
    void aRefusedImportMayBeSentAgainUnderItsKey() {
        String key = UUID.randomUUID().toString();

        keyed(key, "code,name,colour,lineage\nBAD,x,#123ABC,\n").then().statusCode(422);
        keyed(key, RealData.partiesCsv()).then().statusCode(201);
    }

    @Test
    void ofTwoImportsAtTheSameTimeOneWritesAndTheOtherFindsItWritten() {
        String csv = "code,name,colour,lineage\ntwice,Twice,#123ABC,\n";
        List<Integer> created = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Imported.csv("/v1/parties/imports", csv)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.then().statusCode(201).extract().<Integer>path("created"))
                .sorted()
                .toList();

        assertThat(created).containsExactly(0, 0, 0, 1);
    }

    @Test
    void aBodyMayHave64MebibytesAndNoMore() throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write("""
                            POST /v1/parties/imports HTTP/1.1\r
                            Host: localhost\r
                            Content-Type: text/csv\r
                            Content-Length: %d\r
                            \r
                            """.formatted((64 << 20) + 1).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("\"/problems/body-too-large\"");
        }
    }

    private static Response keyed(String key, String csv) {
        return given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/parties/imports");
    }

    private static RequestSpecification organiser(String body, String type) {
        return given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(type)
                .body(body);
    }

    private static Declaration byElection(String id) {
        return RealData.byElections().stream()
                .filter(declaration -> declaration.electionId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> contest(Map<String, Object> election) {
        return ((List<Map<String, Object>>) election.get("contests")).get(0);
    }
}
