package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.local.suite.RunningSuite;

/** What the README shows to a newcomer, and a page of the docs to an organiser, is what the suite does. */
class ReadmeTest {

    /** A call, perhaps with the token of a demo user, and the answer shown under it. */
    private static final Pattern CALL = Pattern.compile(
            "curl (?:-H \"Authorization: Bearer \\$\\(\\./hustings token (?<user>\\S+)\\)\" )?"
                    + "'?http://localhost:8080(?<path>[^\\s']+)'?\\s+```json\\n(?<answer>.*?)```",
            Pattern.DOTALL);

    @TestFactory
    Stream<DynamicTest> everyCallGetsTheAnswerThatIsShown() {
        return Stream.of("README.md", "docs/organisers.md").flatMap(ReadmeTest::calls);
    }

    private static Stream<DynamicTest> calls(String page) {
        List<MatchResult> calls = CALL.matcher(textOf(page)).results().toList();

        assertThat(calls).hasSizeGreaterThanOrEqualTo(2);
        return calls.stream()
                .map(call -> dynamicTest(call.group(2), () -> {
                    var caller = call.group(1) == null ? Api.anybody() : Api.as(new Account(call.group(1)));

                    JsonPath answer = caller.get(call.group(2))
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();

                    assertThat(answer.<Object>get())
                            .isEqualTo(JsonPath.from(call.group(3)).get());
                }));
    }

    private static String textOf(String page) {
        try {
            return Files.readString(RunningSuite.projectRoot().resolve(page));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/problems/party-locked"})
    void thePagesThatItNamesAreThere(String page) {
        Api.anybody().accept("text/html").get(page).then().statusCode(200).contentType("text/html");
    }

    @Test
    void theDocumentOfAllServicesIsThere() {
        Api.anybody().get("/openapi").then().statusCode(200).body("openapi", is("3.0.3"));
    }
}
