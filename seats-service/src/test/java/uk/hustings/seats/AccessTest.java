package uk.hustings.seats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.hustings.access.AccessMatrix;
import uk.hustings.access.Reach;
import uk.hustings.access.Role;
import uk.hustings.test.Tokens;

/** Every operation for every role, generated from the access matrix: what it does not allow is refused. */
@QuarkusTest
class AccessTest {

    private static final AccessMatrix MATRIX = AccessMatrix.load();

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("seat:read", "GET", "/v1/seats", null),
            new Operation("seat:read", "GET", "/v1/parties", null),
            new Operation("seat:read", "GET", "/v1/elections", null),
            new Operation("election:write", "POST", "/v1/parties/imports", "text/csv"),
            new Operation("election:write", "POST", "/v1/seats/imports", "text/csv"),
            new Operation("election:write", "POST", "/v1/elections/imports", "application/json"),
            new Operation("seat:read", "GET", "/internal/seats", null),
            new Operation("seat:read", "GET", "/internal/standings?party=lab", null),
            new Operation("seat:read", "GET", "/v1/seats/E14000648/series", null),
            new Operation("seat:read", "GET", "/v1/regions", null),
            new Operation("seat:read", "GET", "/v1/regions/S92000003/series", null),
            new Operation("seat:read", "GET", "/v1/swings?from=ge2010&to=ge2015&parties=con,lab", null),
            new Operation("seat:read", "GET", "/v1/swings.csv?from=ge2010&to=ge2015&parties=con,lab", null),
            new Operation("seat:read", "GET", "/v1/projections/uniform-swing?baseline=ge2010&change=con:1", null),
            new Operation("seat:read", "GET", "/v1/projections/uniform-swing.csv?baseline=ge2010&change=con:1", null));

    private record Operation(String permission, String method, String path, String contentType) {}

    private record Attempt(Operation operation, Role role, boolean allowed) {

        @Override
        public String toString() {
            return "%s %s %s %s".formatted(role.code(), allowed ? "may" : "may not", operation.method, operation.path);
        }
    }

    static Stream<Attempt> attempts() {
        return OPERATIONS.stream().flatMap(operation -> Arrays.stream(Role.values())
                // Public reads are for everybody, services among them.
                .map(role -> new Attempt(
                        operation,
                        role,
                        MATRIX.reach(role, operation.permission) == Reach.ALL
                                || MATRIX.reach(Role.ANONYMOUS, operation.permission) == Reach.ALL)));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theMatrixDecides(Attempt attempt) {
        Response answer = send(attempt.operation, as(attempt.role));

        if (attempt.allowed) {
            assertThat(answer.statusCode()).isNotIn(401, 403);
            return;
        }
        boolean anonymous = attempt.role == Role.ANONYMOUS;
        answer.then()
                .statusCode(anonymous ? 401 : 403)
                .contentType("application/problem+json")
                .body("type", is(anonymous ? "/problems/unauthenticated" : "/problems/forbidden"));
    }

    @Test
    void whoGivesNoTokenIsAskedForOne() {
        send(OPERATIONS.get(3), given()).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void aTokenThatCannotBeReadIsRefusedOnPublicPathsToo() {
        given().auth()
                .oauth2("garbage")
                .get("/v1/seats")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static RequestSpecification as(Role role) {
        return switch (role) {
            case ANONYMOUS -> given();
            case SERVICE -> given().auth().oauth2(Tokens.service());
            case REGIONAL_ORGANISER ->
                given().auth()
                        .oauth2(Tokens.of("region")
                                .role(role.code())
                                .region("E12000009")
                                .sign());
            case NATIONAL_ORGANISER, ANALYST, AUDITOR ->
                given().auth().oauth2(Tokens.of(role.code()).role(role.code()).sign());
            case CANVASSER, LOCAL_ORGANISER, KEY_HOLDER ->
                given().auth().oauth2(Tokens.member(role.code(), "exeter", "E14000698"));
        };
    }

    private static Response send(Operation operation, RequestSpecification request) {
        if (operation.contentType != null) {
            request.contentType(operation.contentType)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body("{}");
        }
        return request.request(operation.method, operation.path);
    }
}
