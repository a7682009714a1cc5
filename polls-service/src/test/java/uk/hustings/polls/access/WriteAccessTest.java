package uk.hustings.polls.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.Reach;
import uk.hustings.access.Role;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;
import uk.hustings.test.Tokens;

/** Every role of the access matrix tries to write. */
@QuarkusTest
class WriteAccessTest extends Running {

    private final AccessMatrix matrix = AccessMatrix.load();

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ANONYMOUS")
    void whoMayWriteIsInTheMatrix(Role role) {
        boolean allowed = matrix.reach(role, "poll:write") == Reach.ALL;
        Tokens some = Tokens.of("some-" + role.code()).role(role.code());
        String token = role == Role.SERVICE
                ? Tokens.service()
                : (role.isWider() ? some.region(RealData.SOUTH_WEST) : some.localParty("exeter")).sign();

        assertThat(importing(as(token))).isEqualTo(allowed ? 201 : 403);
        assertThat(publishing(as(token))).isEqualTo(allowed ? 404 : 403);
    }

    @Test
    void nobodyIsAskedWhoTheyAre() {
        assertThat(importing(given())).isEqualTo(401);
        assertThat(publishing(given())).isEqualTo(401);
    }

    @Test
    void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
        given().auth()
                .oauth2(HQ.substring(0, HQ.length() - 4) + "AAAA")
                .get("/v1/polls")
                .then()
                .statusCode(401)
                .body("type", is("/problems/unauthenticated"));
    }

    private static int importing(RequestSpecification caller) {
        return caller.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=utf-8")
                .body(RealData.memberPolls())
                .post("/v1/polls/imports.csv")
                .statusCode();
    }

    private static int publishing(RequestSpecification caller) {
        return caller.contentType("application/json")
                .body("{\"visibility\": \"public\", \"reason\": \"x\"}")
                .put("/v1/polls/" + UUID.randomUUID() + "/visibility")
                .statusCode();
    }
}
