package uk.hustings.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The documented example of a body with one of its values replaced by a hostile one, for each value and each hostile one. */
final class HostileBodies {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> TEXTS = List.of(
            "\u0000",
            "a\ud800b",
            "a\nb",
            "\u00a0\u200b",
            "A".repeat(10_000),
            "+400000-01-01T00:00:00Z",
            "+400000-01-01",
            "-1");

    private static final List<String> NUMBERS =
            List.of("1e999999", "1e-999999", "99999999999999999999", "2147483648", "-1", "1e400");

    private HostileBodies() {}

    /** @param what which value was replaced by which */
    record Body(String mediaType, byte[] bytes, String what) {}

    static List<Body> of(DocumentedOperation operation) {
        List<Body> bodies = new ArrayList<>();
        for (Map.Entry<String, JsonNode> example : operation.bodies().entrySet()) {
            if (example.getValue().isTextual()) {
                tables(example.getKey(), example.getValue().asText(), bodies);
            } else {
                JsonNode root = JSON.createObjectNode().set("body", example.getValue());
                replaceIn(root, "", example.getKey(), root, bodies);
            }
        }
        return bodies;
    }

    private static void replaceIn(JsonNode node, String pointer, String media, JsonNode root, List<Body> bodies) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : List.copyOf(object.properties())) {
                String at = pointer + "/" + property.getKey();
                for (JsonNode hostile : hostileTo(property.getValue())) {
                    object.set(property.getKey(), hostile);
                    bodies.add(body(media, root, at, hostile));
                }
                object.set(property.getKey(), property.getValue());
                replaceIn(property.getValue(), at, media, root, bodies);
            }
        } else if (node instanceof ArrayNode list && !list.isEmpty()) {
            JsonNode first = list.get(0);
            for (JsonNode hostile : hostileTo(first)) {
                list.set(0, hostile);
                bodies.add(body(media, root, pointer + "/0", hostile));
            }
            list.set(0, first);
            replaceIn(first, pointer + "/0", media, root, bodies);
        }
    }

    private static List<JsonNode> hostileTo(JsonNode value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value.isTextual()) {
            return TEXTS.stream().map(text -> (JsonNode) nodes.textNode(text)).toList();
        }
        if (value.isNumber()) {
            return NUMBERS.stream()
                    .map(number -> (JsonNode) nodes.rawValueNode(new RawValue(number)))
                    .toList();
        }
        return value.isContainerNode() ? List.of(nodes.nullNode()) : List.of();
    }

    private static Body body(String media, JsonNode root, String pointer, JsonNode hostile) {
        try {
            String said = JSON.writeValueAsString(hostile);
            return new Body(
                    media,
                    JSON.writeValueAsBytes(root.get("body")),
                    pointer.replaceFirst("/body", "body") + " = " + said.substring(0, Math.min(60, said.length())));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Each cell of the last line of CSV; of lines of JSON, what stands between two commas. */
    private static void tables(String media, String text, List<Body> bodies) {
        String[] lines = text.strip().split("\n");
        String[] cells = lines[lines.length - 1].split(",", -1);
        for (int cell = 0; cell < cells.length; cell++) {
            for (String hostile : TEXTS) {
                String[] replaced = cells.clone();
                replaced[cell] = '"' + hostile + '"';
                bodies.add(table(media, lines, replaced, StandardCharsets.UTF_8, "cell " + cell));
            }
            for (String hostile : NUMBERS) {
                String[] replaced = cells.clone();
                replaced[cell] = hostile;
                bodies.add(table(media, lines, replaced, StandardCharsets.UTF_8, "cell " + cell + " = " + hostile));
            }
            String[] latin = cells.clone();
            latin[cell] = "\u00e9";
            bodies.add(table(media, lines, latin, StandardCharsets.ISO_8859_1, "cell " + cell + " not in UTF-8"));
        }
    }

    private static Body table(String media, String[] lines, String[] cells, Charset charset, String what) {
        String[] all = Arrays.copyOf(lines, lines.length);
        all[all.length - 1] = String.join(",", cells);
        return new Body(media, (String.join("\n", all) + "\n").getBytes(charset), what);
    }
}
