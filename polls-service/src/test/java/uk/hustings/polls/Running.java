package uk.hustings.polls;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealNationalPolls;
import uk.hustings.test.RealPostgres;
import uk.hustings.test.Tokens;

/** The running service with the real polls in it, and everybody who asks it. */
@QuarkusTestResource(
        value = RealPostgres.class,
        initArgs = @ResourceArg(name = "service", value = "polls"),
        restrictToAnnotatedClass = false)
@QuarkusTestResource(value = Upstreams.class, restrictToAnnotatedClass = false)
public abstract class Running {

    /** Marks the field through which a test says what campaign-service tells of locks. */
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface ServesLocks {}

    protected static final String HQ = Tokens.nationalOrganiser();
    protected static final String ANALYST = Tokens.of("analyst").role("analyst").sign();
    protected static final String AUDITOR = Tokens.of("auditor").role("auditor").sign();
    protected static final String SOUTH_WEST = Tokens.of("south-west")
            .role("regional-organiser")
            .region(RealData.SOUTH_WEST)
            .sign();
    protected static final String NORTH_WEST = Tokens.of("north-west")
            .role("regional-organiser")
            .region("E12000002")
            .sign();
    protected static final String EXETER_ORGANISER = Tokens.member("local-organiser", "exeter", RealData.EXETER);
    protected static final String EXETER_CANVASSER = Tokens.member("canvasser", "exeter", RealData.EXETER);
    protected static final String CREWE_ORGANISER =
            Tokens.member("local-organiser", "crewe-and-nantwich", RealData.CREWE);

    /** Twinned with Exeter, which is no reason to see its private polls. */
    protected static final String TWIN_OF_EXETER = Tokens.of("twin-of-exeter")
            .role("local-organiser")
            .localParty("crewe-and-nantwich")
            .clientRole("seat:" + RealData.CREWE)
            .clientRole("twin:" + RealData.EXETER)
            .sign();

    protected static final String NO_LOCKS = "{\"version\": 1, \"locks\": []}";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static boolean loaded;

    @ServesLocks
    protected Consumer<String> serveLocks;

    @BeforeEach
    void loadTheRealPolls() {
        if (!loaded) {
            awaitThat(() -> given().get("/q/health/ready").statusCode() == 200);
            imported(RealData.constituencyPolls()).then().statusCode(201);
            imported(RealData.memberPolls()).then().statusCode(201);
            imported(RealNationalPolls.of2010To2015()).then().statusCode(201);
            loaded = true;
        }
    }

    /** For tests of callers whom a lock could concern. */
    protected void serveNoLocks() {
        serveLocks.accept(NO_LOCKS);
        awaitThat(() -> as(EXETER_ORGANISER).get("/v1/polls").statusCode() == 200);
    }

    protected static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    /** Imports as HQ under a new key. */
    protected static Response imported(String csv) {
        return as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/v1/polls/imports.csv");
    }

    /** The same as JSON. */
    protected static Response importedJson(String json) {
        return as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(json)
                .post("/v1/polls/imports");
    }

    /** Id of the one poll of members of that seat, as HQ sees it. */
    protected static String memberPollOf(String seat) {
        return as(HQ).get("/v1/polls?population=party-members&seat=" + seat)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].pollId");
    }

    /** All polls that the caller may know of. */
    protected static int countedBy(RequestSpecification caller) {
        return caller.get("/v1/polls/counts?asOf=2016-12-31")
                .then()
                .statusCode(200)
                .extract()
                .path("polls");
    }

    protected static void awaitThat(BooleanSupplier fact) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!fact.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("Did not come true within " + PATIENCE);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                fail("Interrupted");
            }
        }
    }
}
