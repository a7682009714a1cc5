package uk.hustings.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One operation of an OpenAPI document with the examples that the document gives.
 *
 * @param path template, for example {@code /v1/seats/{seatCode}}
 * @param bodies example by media type; empty if the operation takes no body
 */
record DocumentedOperation(String method, String path, List<Parameter> parameters, Map<String, JsonNode> bodies) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final int DEEPEST = 8;

    /** @param example as it stands in a URI; empty if the document gives none */
    record Parameter(String name, boolean inPath, boolean required, String example) {}

    /** @param document in JSON */
    static List<DocumentedOperation> all(String document) {
        try {
            JsonNode api = JSON.readTree(document);
            List<DocumentedOperation> operations = new ArrayList<>();
            api.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        if (METHODS.contains(operation.getKey())) {
                            operations.add(
                                    of(api, path.getKey(), operation.getKey(), path.getValue(), operation.getValue()));
                        }
                    }));
            return operations;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static DocumentedOperation of(JsonNode api, String path, String method, JsonNode all, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode given : List.of(all.path("parameters"), operation.path("parameters"))) {
            for (JsonNode stated : given) {
                JsonNode parameter = resolved(api, stated);
                String in = parameter.path("in").asText();
                if (in.equals("path") || in.equals("query")) {
                    JsonNode example = parameter.has("example")
                            ? parameter.get("example")
                            : example(api, parameter.path("schema"), 0);
                    parameters.add(new Parameter(
                            parameter.path("name").asText(),
                            in.equals("path"),
                            parameter.path("required").asBoolean(),
                            example.asText()));
                }
            }
        }
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        operation.path("requestBody").path("content").properties().forEach(content -> {
            JsonNode media = content.getValue();
            JsonNode example = media.path("examples").isEmpty()
                    ? media.path("example")
                    : media.path("examples").iterator().next().path("value");
            bodies.put(
                    content.getKey(),
                    example.isMissingNode() ? example(api, media.path("schema"), 0) : parsed(example));
        });
        return new DocumentedOperation(method.toUpperCase(Locale.ROOT), path, parameters, bodies);
    }

    /** The path with all that must be said, by the documented examples. */
    String path(Map<String, String> known) {
        return path(known, null, null);
    }

    /** @param replaced stands there with this value, as it stands in a URI; null for none */
    String path(Map<String, String> known, Parameter replaced, String value) {
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : parameters) {
            boolean other = parameter.equals(replaced);
            String said = other ? value : known.getOrDefault(parameter.name(), parameter.example());
            if (parameter.inPath()) {
                filled = filled.replace("{" + parameter.name() + "}", said);
            } else if (other || parameter.required()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(said);
            }
        }
        return filled + query;
    }

    /** Examples of JSON may stand in the document as text. */
    private static JsonNode parsed(JsonNode example) {
        if (example.isTextual() && example.asText().stripLeading().startsWith("{")) {
            try {
                return JSON.readTree(example.asText());
            } catch (JsonProcessingException linesOfJson) {
                return example;
            }
        }
        return example;
    }

    private static JsonNode example(JsonNode api, JsonNode stated, int depth) {
        JsonNode schema = resolved(api, stated);
        if (schema.has("example")) {
            return schema.get("example");
        }
        if (schema.path("allOf").size() == 1) {
            return example(api, schema.path("allOf").get(0), depth);
        }
        return switch (depth > DEEPEST ? "null" : schema.path("type").asText()) {
            case "object" -> {
                var object = JSON.createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property ->
                                object.set(property.getKey(), example(api, property.getValue(), depth + 1)));
                if (schema.path("additionalProperties").isObject()) {
                    object.set("con", example(api, schema.path("additionalProperties"), depth + 1));
                }
                yield object;
            }
            case "array" -> JSON.createArrayNode().add(example(api, schema.path("items"), depth + 1));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "null" -> JSON.nullNode();
            default -> JSON.getNodeFactory().textNode("example");
        };
    }

    private static JsonNode resolved(JsonNode api, JsonNode stated) {
        return stated.has("$ref") ? api.at(stated.get("$ref").asText().substring(1)) : stated;
    }
}
