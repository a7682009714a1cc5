package uk.hustings.local.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.hustings.local.suite.SuiteFailure;

/**
 * The OpenAPI document of the whole suite in the form in which it is kept: in one order, and with one realm wherever it was
 * served, so that two of them are equal when they promise the same.
 */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOP = List.of("openapi", "info", "servers", "security", "tags", "paths");

    /** Where order says something to the reader, and what is the services' own. */
    private static final Set<String> AS_WRITTEN = Set.of("properties", "example", "examples", "value");

    /** The realm of a suite on the ports that it takes unasked. */
    private static final String REALM = "http://localhost:8084/realms/hustings";

    private final String text;

    private ApiDocument(String text) {
        this.text = text;
    }

    /** @param text as it was kept */
    public static ApiDocument kept(String text) {
        return new ApiDocument(text);
    }

    /**
     * @param json as the gateway serves it
     * @param issuer the realm of the suite that serves it
     * @throws SuiteFailure if it is no OpenAPI document
     */
    public static ApiDocument served(String json, URI issuer) {
        try {
            JsonNode document = JSON.readTree(json.replace(issuer.toString(), REALM));
            if (!document.path("paths").isObject()) {
                throw new SuiteFailure("What the gateway serves at /openapi is no API document.");
            }
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
            printer.indentObjectsWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
            return new ApiDocument(JSON.writer(printer).writeValueAsString(topFirst(document)) + "\n");
        } catch (JsonProcessingException broken) {
            throw new SuiteFailure("What the gateway serves at /openapi is no JSON.");
        }
    }

    /** JSON, indented, with a line feed at its end. */
    public String text() {
        return text;
    }

    private static ObjectNode topFirst(JsonNode document) {
        ObjectNode ordered = JSON.createObjectNode();
        for (String name : TOP) {
            if (document.has(name)) {
                ordered.set(name, inOrder(document.get(name)));
            }
        }
        inOrder(document).properties().forEach(part -> {
            if (!ordered.has(part.getKey())) {
                ordered.set(part.getKey(), part.getValue());
            }
        });
        return ordered;
    }

    private static JsonNode inOrder(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode ordered = JSON.createArrayNode();
            array.forEach(item -> ordered.add(inOrder(item)));
            return ordered;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<Map.Entry<String, JsonNode>> parts = new ArrayList<>(object.properties());
        parts.sort(Map.Entry.comparingByKey());
        ObjectNode ordered = JSON.createObjectNode();
        parts.forEach(part -> ordered.set(
                part.getKey(),
                AS_WRITTEN.contains(part.getKey()) ? asWritten(part.getValue()) : inOrder(part.getValue())));
        return ordered;
    }

    /** Keeps the order of the names; what they stand for is brought in order. */
    private static JsonNode asWritten(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode ordered = JSON.createObjectNode();
        object.properties().forEach(part -> ordered.set(part.getKey(), inOrder(part.getValue())));
        return ordered;
    }
}
