package uk.hustings.seats;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

/** The real parties, seats, results and holders, imported once over HTTP into the service under test. */
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "seats"),
        restrictToAnnotatedClass = false)
public final class Imported {

    private static boolean done;

    private Imported() {}

    public static synchronized void once() {
        if (done) {
            return;
        }
        csv("/v1/parties/imports", RealData.partiesCsv()).then().statusCode(201);
        csv("/v1/seats/imports", RealSeats.seatsCsv())
                .then()
                .statusCode(201)
                .body("created", is(2 * 650))
                .body("unchanged", is(0));
        csv("/v1/seats/neighbours/imports", RealSeats.neighboursCsv())
                .then()
                .statusCode(201)
                .body("created", is(1668 + 1691));
        csv("/v1/seats/postcode-centroids/imports", RealSeats.postcodeCentroidsCsv())
                .then()
                .statusCode(201)
                .body("created", is(2 * 632));
        csv("/v1/seats/successors/imports", RealSeats.successorsCsv())
                .then()
                .statusCode(201)
                .body("created", is(1438));
        Stream.of(RealElections.generalElections(), RealElections.notionalResults())
                .flatMap(List::stream)
                .forEach(election -> election(election).then().statusCode(201).body("created", is(650)));
        // One by one they would take most of the time of the tests: every import makes the facts anew.
        csv("/v1/elections/imports.csv", RealElections.byElectionsCsv())
                .then()
                .statusCode(201)
                .body("created", is(59));
        csv("/v1/seats/holder-events/imports", RealData.holderEventsCsv())
                .then()
                .statusCode(201)
                .body("created", is(59 + 8));
        done = true;
    }

    /** Imports a CSV body as a national organiser, under a new key. */
    public static Response csv(String path, String csv) {
        return given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(path);
    }

    public static Response election(Declaration declaration) {
        return election(RealData.body(declaration));
    }

    /** Imports an election as a national organiser, under a new key. */
    public static Response election(Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.nationalOrganiser())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/v1/elections/imports");
    }
}
