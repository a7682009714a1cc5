package uk.hustings.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What every service does with query parameters that its operations do not have. */
public final class UnknownParameters {

    private static final String UNKNOWN = "no-such-parameter";

    private UnknownParameters() {}

    /**
     * Calls every operation of the service under test with a parameter that it does not have.
     *
     * @param tokens of callers who between them may call every operation
     */
    public static void areRefusedByEveryOperation(String... tokens) {
        List<Operations.Operation> operations = Operations.all();
        assertThat(operations).isNotEmpty();
        List<String> accepting = new ArrayList<>();
        for (Operations.Operation operation : operations) {
            List<String> answers = new ArrayList<>();
            for (String token : tokens) {
                answers.add(answer(operation, token));
            }
            if (!answers.contains("400 " + UNKNOWN)) {
                accepting.add(operation + ": " + answers);
            }
        }
        assertThat(accepting).isEmpty();
    }

    private static String answer(Operations.Operation operation, String token) {
        RequestSpecification request = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"1\"")
                .queryParam(UNKNOWN, "x");
        if (operation.bodyType() != null) {
            request.contentType(operation.bodyType()).body("{}".getBytes(StandardCharsets.US_ASCII));
        }
        Response answer = request.request(operation.method(), operation.path());
        String parameter = answer.contentType().contains("json") && answer.statusCode() == 400
                ? answer.jsonPath().getString("parameter")
                : "";
        return answer.statusCode() + " " + parameter;
    }
}
