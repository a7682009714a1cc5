package uk.hustings.test;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All operations of the service under test, read from its OpenAPI document. */
public final class Operations {

    /**
     * An operation with the examples that its document gives.
     *
     * @param method in capital letters
     * @param path with an example in the place of each path parameter
     * @param queryExamples by name of the query parameter; parameters without an example are left out
     * @param bodyType media type of the body that it takes; null if it takes none
     * @param isPublic whether it may be called without a token
     */
    public record Operation(
            String operationId,
            String method,
            String path,
            Map<String, String> queryExamples,
            String bodyType,
            boolean isPublic) {

        @Override
        public String toString() {
            return operationId + " (" + method + " " + path + ")";
        }
    }

    private Operations() {}

    public static List<Operation> all() {
        JsonNode document = document();
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    if (operation.getValue().has("operationId")) {
                        operations.add(operation(path.getKey(), path.getValue(), operation, document));
                    }
                }));
        return operations;
    }

    private static Operation operation(
            String path, JsonNode item, Map.Entry<String, JsonNode> operation, JsonNode document) {
        String filled = path;
        Map<String, String> queryExamples = new LinkedHashMap<>();
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameters::add);
        operation.getValue().path("parameters").forEach(parameters::add);
        for (JsonNode declared : parameters) {
            JsonNode parameter = resolved(declared, document);
            String name = parameter.path("name").asText();
            String example = exampleOf(parameter, document);
            if (parameter.path("in").asText().equals("path")) {
                filled = filled.replace("{" + name + "}", example == null ? "example" : example);
            } else if (parameter.path("in").asText().equals("query") && example != null) {
                queryExamples.put(name, example);
            }
        }
        return new Operation(
                operation.getValue().path("operationId").asText(),
                operation.getKey().toUpperCase(),
                filled,
                queryExamples,
                bodyTypeOf(operation.getValue()),
                operation.getValue().path("security").isEmpty());
    }

    private static String bodyTypeOf(JsonNode operation) {
        Iterator<String> types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    private static String exampleOf(JsonNode parameter, JsonNode document) {
        if (parameter.has("example")) {
            return parameter.path("example").asText();
        }
        JsonNode schema = resolved(parameter.path("schema"), document);
        return schema.has("example") ? schema.path("example").asText() : null;
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper()
                    .readTree(given().get("/q/openapi?format=json").asByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
