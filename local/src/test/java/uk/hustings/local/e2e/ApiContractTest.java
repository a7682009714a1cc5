package uk.hustings.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.hustings.local.contract.ApiDocument;
import uk.hustings.local.contract.KeptApi;
import uk.hustings.local.suite.RunningSuite;

/** What the suite serves is what {@code docs/api} promises, and its examples are true. */
class ApiContractTest {

    /** What a parameter makes no sense without; no document can say it. */
    private static final Map<String, String> GOES_WITH = Map.of(
            "withinKm", "near", "maxSwing", "challenger", "minWin", "party", "maxWin", "party", "electorate", "seat");

    private static final KeptApi KEPT = new KeptApi(RunningSuite.projectRoot());

    private static ApiDocument served;
    private static JsonNode api;

    /** An operation of the document. */
    private record Documented(String method, String path, JsonNode content) {

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }

        Stream<JsonNode> parameters() {
            return stream(content.path("parameters"));
        }
    }

    /** The examples of target lists compare the first version with the second. */
    @BeforeAll
    static void publishTheListOfTheExamples() {
        for (int version = 1; version <= 2; version++) {
            Api.postJson(Api.as(Account.HQ), "/v1/campaign/strategy/target-lists", """
                            {"name":"106-targets","reason":"The targets of spring 2015","classes":["key","battleground"]}""")
                    .then()
                    .statusCode(201);
        }
    }

    @BeforeAll
    static void readTheDocument() throws IOException {
        String json = Api.anybody()
                .accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        served = ApiDocument.served(json, Api.ports().issuer());
        api = new ObjectMapper().readTree(served.text());
    }

    @Test
    void nothingBreaksThatNobodyHasDeclared() {
        assertThat(KEPT.undeclared(served))
                .as("changes to declare in docs/api/breaking-changes.md, if they have to be")
                .isEmpty();
    }

    @Test
    void theDocumentInDocsApiIsTheOneThatIsServed() {
        // Lines, so that a failure shows those that differ.
        assertThat(served.text().lines().toList())
                .as("docs/api/openapi.json is out of date: ./hustings up --detach && ./hustings api")
                .isEqualTo(KEPT.document().text().lines().toList());
    }

    @Test
    void everyOperationHasANameOfItsOwnAndASummary() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.content().path("summary").asText()).isNotBlank())
                .extracting(operation -> operation.content().path("operationId").asText())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z][A-Za-z]+"));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationShowsWhatItTakesAndGives() {
        return operations()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    List<String> bare = new ArrayList<>();
                    operation
                            .parameters()
                            .filter(parameter -> !parameter.has("example")
                                    && !parameter.has("examples")
                                    && !parameter.path("schema").has("example"))
                            .forEach(parameter -> bare.add(
                                    "parameter " + parameter.path("name").asText()));
                    bodies(operation.content().path("requestBody"))
                            .filter(body -> !isShown(body))
                            .forEach(body -> bare.add("body"));
                    operation.content().path("responses").properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .filter(answer -> bodies(answer.getValue()).anyMatch(body -> !isShown(body)))
                            .forEach(answer -> bare.add("answer " + answer.getKey()));

                    assertThat(bare).as("without an example").isEmpty();
                }));
    }

    /** Every read with what it requires, and with each other parameter in turn. */
    @TestFactory
    Stream<DynamicTest> everyExampleOfAReadIsAccepted() {
        return operations()
                .filter(operation -> operation.method().equals("get"))
                .flatMap(operation -> {
                    Map<String, String> required = new LinkedHashMap<>();
                    operation
                            .parameters()
                            .filter(parameter -> parameter.path("in").asText().equals("query")
                                    && parameter.path("required").asBoolean())
                            .forEach(parameter ->
                                    required.put(parameter.path("name").asText(), example(parameter)));
                    return Stream.concat(
                            Stream.of(dynamicTest(operation.toString(), () -> assertAccepted(operation, required))),
                            operation
                                    .parameters()
                                    .filter(parameter ->
                                            parameter.path("in").asText().equals("query"))
                                    .filter(parameter -> !required.containsKey(
                                                    parameter.path("name").asText())
                                            && !parameter.path("name").asText().equals("cursor"))
                                    .map(parameter -> {
                                        Map<String, String> query = new LinkedHashMap<>(required);
                                        operation
                                                .parameters()
                                                .filter(other -> other.path("name")
                                                        .asText()
                                                        .equals(GOES_WITH.get(parameter
                                                                .path("name")
                                                                .asText())))
                                                .forEach(other -> query.put(
                                                        other.path("name").asText(), example(other)));
                                        query.put(parameter.path("name").asText(), example(parameter));
                                        return dynamicTest(
                                                operation + " " + query, () -> assertAccepted(operation, query));
                                    }));
                });
    }

    private static void assertAccepted(Documented operation, Map<String, String> query) {
        String path = operation
                .parameters()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .reduce(
                        operation.path(),
                        (unfilled, parameter) ->
                                unfilled.replace("{" + parameter.path("name").asText() + "}", example(parameter)),
                        (one, other) -> other);
        // An id is made when something is recorded; that of the example belongs to nothing here.
        boolean hasId = operation
                .parameters()
                .anyMatch(parameter ->
                        parameter.path("schema").path("format").asText().equals("uuid"));

        Account reader = operation.content().path("operationId").asText().equals("listPollReadings")
                ? Account.AUDITOR
                : Account.HQ;
        Response answer =
                Api.as(reader).urlEncodingEnabled(true).queryParams(query).get(path);

        assertThat(answer.statusCode())
                .as("%s %s: %s", path, query, answer.asString())
                .isEqualTo(hasId ? 404 : 200);
    }

    private static String example(JsonNode parameter) {
        return Stream.of(
                        parameter.path("example"),
                        parameter.path("examples").path(0).path("value"),
                        parameter.path("schema").path("example"))
                .filter(example -> !example.isMissingNode())
                .map(JsonNode::asText)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No example of " + parameter.path("name").asText()));
    }

    /** Shown as a whole, or each object in it by one of its properties at least. */
    private static boolean isShown(JsonNode body) {
        return body.has("example") || body.has("examples") || isShownBySchema(body.path("schema"));
    }

    private static boolean isShownBySchema(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return isShownBySchema(
                    api.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        if (schema.has("items")) {
            return schema.has("example") || isShownBySchema(schema.path("items"));
        }
        return !schema.path("type").asText().equals("object")
                || schema.has("allOf")
                || schema.has("additionalProperties")
                || stream(schema.path("properties")).anyMatch(ApiContractTest::hasExample);
    }

    private static boolean hasExample(JsonNode property) {
        return property.has("example")
                || property.has("$ref")
                || property.path("items").has("$ref");
    }

    private static Stream<JsonNode> bodies(JsonNode from) {
        return from.path("content").properties().stream()
                .filter(body -> body.getKey().equals("application/json")
                        || body.getKey().equals("text/csv"))
                .map(Map.Entry::getValue);
    }

    private static Stream<Documented> operations() {
        return api.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(method -> new Documented(method.getKey(), path.getKey(), method.getValue())));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
