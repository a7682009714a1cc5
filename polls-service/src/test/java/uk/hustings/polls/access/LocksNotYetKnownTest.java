package uk.hustings.polls.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/**
 * A replica that has not heard from campaign-service. Stands in the package that comes first, because the tests of the
 * others serve locks and what has been heard is not unheard.
 */
@QuarkusTest
class LocksNotYetKnownTest extends Running {

    @Test
    void theServiceIsReadyAllTheSame() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'seats-snapshot' }.data.seats", is(650));
    }

    @Test
    void whomALockCouldConcernGetsNoList() {
        for (String path : new String[] {"/v1/polls", "/v1/polls/counts"}) {
            as(EXETER_ORGANISER)
                    .get(path)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", is("/problems/locks-stale"));
        }
    }

    @Test
    void whomALockCouldConcernLearnsNothingOfAnIdThatIsNotPublic() {
        String own = memberPollOf(RealData.EXETER);
        String anothers = memberPollOf(RealData.STOKE_NORTH);
        for (String id : new String[] {own, anothers, UUID.randomUUID().toString()}) {
            as(EXETER_ORGANISER)
                    .get("/v1/polls/" + id)
                    .then()
                    .statusCode(503)
                    .body("type", is("/problems/locks-stale"));
        }
    }

    @Test
    void publicPollsStayReadableById() {
        String id = given().get("/v1/polls?seat=" + RealData.CREWE).path("items[0].pollId");

        as(EXETER_ORGANISER).get("/v1/polls/" + id).then().statusCode(200);
    }

    @Test
    void everybodyElseReadsOn() {
        given().get("/v1/polls").then().statusCode(200);
        for (String token : new String[] {EXETER_CANVASSER, AUDITOR, SOUTH_WEST, ANALYST, HQ}) {
            as(token).get("/v1/polls").then().statusCode(200);
        }
    }
}
