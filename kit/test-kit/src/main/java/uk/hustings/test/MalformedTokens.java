package uk.hustings.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens that are not even shaped like one: each is refused with 401, the challenge and a problem, whether the operation
 * needs a token or not. A module that checks tokens extends this in its tests.
 */
public abstract class MalformedTokens {

    private final List<String> paths;

    /** @param paths of GET operations, at best one that needs a token and one that does not */
    protected MalformedTokens(String... paths) {
        this.paths = List.of(paths);
    }

    static Stream<Arguments> credentials() {
        String header = "eyJhbGciOiJSUzI1NiJ9";
        return Stream.of(
                Arguments.of("nothing", "Bearer "),
                Arguments.of("a blank", "Bearer    "),
                Arguments.of("one dot", "Bearer ."),
                Arguments.of("two dots", "Bearer .."),
                Arguments.of("three dots", "Bearer ..."),
                Arguments.of("four dots", "Bearer ...."),
                Arguments.of("one segment", "Bearer garbage"),
                Arguments.of("two segments", "Bearer gar.bage"),
                Arguments.of("three segments", "Bearer a.b.c"),
                Arguments.of("five segments", "Bearer a.b.c.d.e"),
                Arguments.of("a header and no claims", "Bearer " + header + ".."),
                Arguments.of("a header and claims that are not JSON", "Bearer " + header + ".AAAA.AAAA"),
                Arguments.of("claims that are a list", "Bearer " + header + ".W10.AAAA"),
                Arguments.of("claims that are null", "Bearer " + header + ".bnVsbA.AAAA"),
                Arguments.of("a header that is a list", "Bearer W10.e30.AAAA"),
                Arguments.of("empty claims", "Bearer " + header + ".e30."),
                Arguments.of("padding", "Bearer =.=.="),
                Arguments.of("a blank within", "Bearer a.b .c"),
                Arguments.of("an algorithm that is a number", "Bearer " + segment("{\"alg\":5}") + ".e30.AAAA"),
                Arguments.of(
                        "a key id that is an object",
                        "Bearer " + segment("{\"alg\":\"RS256\",\"kid\":{}}") + ".e30.AAAA"),
                Arguments.of("an issuer that is a number", "Bearer " + header + "." + segment("{\"iss\":5}") + ".AAAA"),
                Arguments.of("an expiry without end", "Bearer " + header + "." + segment("{\"exp\":1e9999}") + ".AAAA"),
                Arguments.of(
                        "claims within a thousand lists",
                        "Bearer " + header + "." + segment("[".repeat(1_000)) + ".AAAA"),
                Arguments.of("another scheme", "Basic aHE6aHVzdGluZ3M="),
                Arguments.of("letters beyond ASCII", "Bearer \u00e9.\u00e9.\u00e9"),
                Arguments.of("7,000 characters", "Bearer " + "A".repeat(7_000)),
                Arguments.of("segments of 2,000 characters", "Bearer " + ("A".repeat(2_000) + ".").repeat(2) + "A"),
                Arguments.of("2,000 dots", "Bearer " + ".".repeat(2_000)));
    }

    private static String segment(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("credentials")
    void aMalformedTokenIsRefusedAndNeverAnError(String fault, String credentials) {
        for (String path : paths) {
            given().header("Authorization", credentials)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("type", equalTo("/problems/unauthenticated"));
        }
    }
}
