package uk.hustings.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Sends every operation of a service's OpenAPI document what nobody should send: each value of the documented example, each
 * cell of a table and each parameter is replaced in turn. Whatever the answer is, it is no failure of the service. A
 * service's tests extend this, in a test profile of their own: what is acceptable after all is written. It takes a
 * {@link Sample} of all requests.
 */
public abstract class HostileInput {

    private static final int FORBIDDEN = 403;
    private static final int ONE_IN = 5;

    /** As they stand in a URI. Longer ones are refused before the service sees them. */
    private static final List<String> PARAMETERS = List.of(
            "%00",
            "%ED%A0%80",
            "A".repeat(3_000),
            "-1",
            "99999999999999999999",
            "1e999999",
            "%2B400000-01-01",
            "-999999999-01-01",
            "%C2%A0");

    /** Of callers who between them may use every operation; the first may read everything. */
    protected abstract List<String> tokens();

    /** Values for path parameters where the documented example names nothing that is there; may put it there first. */
    protected abstract Map<String, String> known();

    @Test
    void noValueInABodyIsAFailureOfTheService() {
        List<String> failures = new ArrayList<>();
        Map<String, String> known = known();
        Sample sample = Sample.oneIn(ONE_IN);
        for (DocumentedOperation operation : operations()) {
            for (HostileBodies.Body body : HostileBodies.of(operation)) {
                if (sample.takesNext()) {
                    sendAsEachUntilAllowed(operation, body, known, failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void noParameterIsAFailureOfTheService() {
        List<String> failures = new ArrayList<>();
        Map<String, String> known = known();
        Sample sample = Sample.oneIn(ONE_IN);
        for (DocumentedOperation operation : operations()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            for (DocumentedOperation.Parameter parameter : operation.parameters()) {
                for (String value : PARAMETERS) {
                    if (sample.takesNext()) {
                        String path = operation.path(known, parameter, value);
                        String what = parameter.name() + "=" + shortened(value);
                        check(as(tokens().get(0)).get(path), operation, what, failures);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private void sendAsEachUntilAllowed(
            DocumentedOperation operation, HostileBodies.Body body, Map<String, String> known, List<String> failures) {
        Response answer = null;
        for (String token : tokens()) {
            if (answer == null || answer.statusCode() == FORBIDDEN) {
                answer = send(operation, body, token, known);
                check(answer, operation, body.what(), failures);
            }
        }
    }

    private static Response send(
            DocumentedOperation operation, HostileBodies.Body body, String token, Map<String, String> known) {
        String path = operation.path(known);
        RequestSpecification request = as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Content-Type", body.mediaType())
                .body(body.bytes());
        if (operation.method().equals("PUT")) {
            request.header("If-Match", tagOf(token, path));
        }
        return request.request(operation.method(), path);
    }

    private static List<DocumentedOperation> operations() {
        List<DocumentedOperation> operations = DocumentedOperation.all(
                given().accept("application/json").get("/q/openapi?format=json").asString());
        assertThat(operations).isNotEmpty();
        return operations;
    }

    private static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }

    private static String tagOf(String token, String path) {
        String tag = as(token).get(path).header("ETag");
        return tag == null ? "\"none\"" : tag;
    }

    private static void check(Response answer, DocumentedOperation operation, String what, List<String> failures) {
        if (answer.statusCode() == 500 || answer.statusCode() == 502) {
            failures.add("%s %s with %s: %d %s"
                    .formatted(
                            operation.method(),
                            operation.path(),
                            what,
                            answer.statusCode(),
                            shortened(answer.asString())));
        }
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
